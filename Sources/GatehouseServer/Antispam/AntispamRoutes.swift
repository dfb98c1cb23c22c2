import Hummingbird
import JSONText
import Logging
import MatrixCallbacks
import ModuleLoader

/// The protocol of synapse-http-antispam, which Synapse speaks with that module, and continuwuity by itself.
struct AntispamRoutes: Sendable {
    let desk: CallDesk
    let bodyLimit: Int
    /// The name of the homeserver that asks.
    let serverName: String?

    /// The same protocol under the paths that its clients have.
    static let paths = [
        "/antispam/:callback", "/api/1/spam_check/:callback", "/_meowlnir/antispam/:room/:callback",
    ]

    func add(to routes: inout RouteTable) {
        for path in Self.paths { routes.post(path, answer) }
    }

    private func answer(_ request: Request, _ context: CallContext) async throws -> Response {
        let name = context.part("callback") ?? ""
        let context = Self.withRoom(context)
        let members = try await members(of: request)
        if name == "ping" { return Response(json: ["id": members["id"] ?? .null, "status": "ok"]) }
        guard let call = AntispamCall(name, members, serverName: serverName) else { throw unknown(name) }
        let result = try await desk.ask(call.callback.fullName, arguments: call.arguments, context)
        return AntispamAnswer(result).response
    }

    private func members(of request: Request) async throws -> JSONObject {
        let text = try await request.text(limit: bodyLimit)
        do {
            if case .object(let members) = try JSONValue(parsing: text) { return members }
        } catch {
            throw RequestError(.badRequest, "M_NOT_JSON", "the body is not JSON: \(error)")
        }
        throw RequestError(.badRequest, "M_BAD_JSON", "the body is not a JSON object")
    }

    /// The line that tells a refusal names the management room that a path names.
    private static func withRoom(_ context: CallContext) -> CallContext {
        guard let room = context.part("room") else { return context }
        var context = context
        context.logger[metadataKey: "management_room"] = "\(room.printable)"
        return context
    }

    private func unknown(_ name: String) -> RequestError {
        let near = NearMiss.closest(to: name, among: AntispamCall.names + ["ping"])
        return RequestError(
            .notFound, "M_NOT_FOUND", "there is no callback \(name)",
            near.map { ["did_you_mean": .array([.string($0)])] } ?? [:])
    }
}
