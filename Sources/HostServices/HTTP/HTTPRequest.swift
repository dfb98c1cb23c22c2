import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// A request of a module, checked.
struct HTTPRequest: Sendable {
    let method: HTTPMethod
    let url: String
    let headers: [(name: String, value: String)]
    let body: [UInt8]?
    let timeout: TimeAmount
    let bodyLimit: Int
    let follows: Bool
    let wantsJSON: Bool

    /// As the client takes it.
    ///
    /// - Throws: what makes no sense in the URL.
    var client: HTTPClient.Request {
        get throws {
            var fields = HTTPHeaders(headers.map { ($0.name, $0.value) })
            if !fields.contains(name: "user-agent") { fields.add(name: "user-agent", value: "gatehouse") }
            return try HTTPClient.Request(
                url: url, method: method, headers: fields, body: body.map { .bytes($0) })
        }
    }
}

/// How a request ended: `GH_HTTP_...`.
enum HTTPResult: UInt64, Sendable {
    case answered = 1
    case invalid, unreachable, timeout, tooLarge, redirects, cancelled, status, noJSON
}

/// What became of a request.
struct HTTPResponse: Sendable {
    var result: HTTPResult
    var status = 0
    var headers: [(name: String, value: String)] = []
    /// Nil: there was no response.
    var body: [UInt8]?
    /// What went wrong.
    var error: String?

    /// There was no response.
    static func none(_ result: HTTPResult, _ error: String) -> HTTPResponse {
        HTTPResponse(result: result, error: error)
    }
}
