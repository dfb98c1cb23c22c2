import Gatehouse
import HostServices
import HTTPTypes
import Hummingbird

/// Answers the paths that modules have registered, for everybody: who asks is for the module to find out, as in Synapse.
///
/// What the server itself answers comes first, whoever has registered it.
struct ModulePaths {
    let routes: RouteTable
    let resources: WebResourceRegistry
    /// Of its own: clients from anywhere must not take the place of the homeserver's calls.
    let admission: Admission
    let bodyLimit: Int

    /// Is it for a module to answer this path?
    func has(_ path: String) -> Bool { resources.has(path) && routes.methods(of: path).isEmpty }

    /// A client that has not sent all of its request yet takes nobody's place.
    func answer(_ request: Request) async throws -> Response {
        let body = try await request.bytes(limit: bodyLimit)
        try admission.enter()
        defer { admission.leave() }
        guard let answer = await resources.response(to: WebRequest(request, body: body)) else {
            throw RequestError.notFound
        }
        let response = Response(answer)
        return request.method == .head ? response.createHeadResponse() : response
    }
}

extension WebRequest {
    fileprivate init(_ request: Request, body: ByteBuffer) {
        let host = request.head.authority.map { [(name: "host", value: $0)] } ?? []
        let headers = request.headers.map { (name: $0.name.canonicalName, value: $0.value) }
        self.init(
            method: request.method.rawValue, path: request.uri.path, query: request.uri.query,
            headers: host + headers, body: Array(body.readableBytesView))
    }
}

extension Response {
    /// Where a message ends is for the server to say, and not for a module.
    private static let framing: Set<HTTPField.Name> = [
        .contentLength, .transferEncoding, .connection, .trailer, .upgrade, .date,
    ]

    fileprivate init(_ answer: WebResponse) {
        var headers = HTTPFields()
        for (name, value) in answer.headers {
            guard let name = HTTPField.Name(name), !Self.framing.contains(name) else { continue }
            headers.append(HTTPField(name: name, value: value))
        }
        let status = HTTPResponse.Status(code: answer.status)
        let hasBody = status != .noContent && status != .notModified
        self.init(
            status: status, headers: headers,
            body: hasBody ? ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)) : ResponseBody())
    }
}
