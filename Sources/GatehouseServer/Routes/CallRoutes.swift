import Gatehouse
import HTTPTypes
import Hummingbird
import JSONText
import MatrixCallbacks

/// `POST /v1/call/{category}/{callback}`
struct CallRoutes: Sendable {
    let desk: CallDesk
    let bodyLimit: Int

    func add(to routes: inout RouteTable) {
        routes.post("/v1/call/:category/:callback") { request, context in
            let name = "\(context.part("category") ?? "").\(context.part("callback") ?? "")"
            return try await call(name, request, context)
        }
    }

    /// The full name of the callback that a request asks, found at once: most requests are these, and routes are tried
    /// part by part. Nil: the routes know what it is.
    static func callback(of request: Request) -> String? { request.method == .post ? names[request.uri.path] : nil }

    private static let names = Dictionary(
        uniqueKeysWithValues: Catalogue.callbacks.map { ("/v1/call/\($0.category)/\($0.name)", $0.fullName) })

    /// 200 for every outcome, failures of modules included: what failed is the module, not the call.
    func call(_ name: String, _ request: Request, _ context: CallContext) async throws
        -> Response
    {
        let withTrail = try request.flag("trail")
        let follow = try request.flag("follow")
        let left = try request.duration("deadline")
        let arguments = try await request.text(limit: bodyLimit)
        let result = try await desk.ask(name, arguments: arguments, follow: follow, left: left, context)
        guard let callback = Catalogue.callback(name) else { throw RequestError.notFound }
        return Response(json: .object(result.members(for: callback, withTrail: withTrail)))
    }
}
