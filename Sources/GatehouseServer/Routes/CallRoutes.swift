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
        routes.post("/v1/call/:category/:callback", call)
    }

    /// 200 for every outcome, failures of modules included: what failed is the module, not the call.
    private func call(_ request: Request, _ context: CallContext) async throws -> Response {
        let name = "\(context.part("category") ?? "").\(context.part("callback") ?? "")"
        let withTrail = try request.flag("trail")
        let follow = try request.flag("follow")
        let left = try request.duration("deadline")
        let arguments = try await request.text(limit: bodyLimit)
        let result = try await desk.ask(name, arguments: arguments, follow: follow, left: left, context)
        guard let callback = Catalogue.callback(name) else { throw RequestError.notFound }
        return Response(json: .object(result.members(for: callback, withTrail: withTrail)))
    }
}
