import Gatehouse
import Hummingbird
import JSONText
import MatrixCallbacks
import ModuleLoader

/// What the commands of the same names print, callbacks with their modules: `/v1/callbacks`, `/v1/modules`, `/v1/chains`;
/// and the paths that modules answer: `/v1/web`.
struct ListRoutes: Sendable {
    let gatehouse: Gatehouse

    func add(to routes: inout RouteTable) {
        let gatehouse = gatehouse
        routes.get("/v1/callbacks") { _, context in
            Response(json: Self.callbacks(gatehouse, fetchesMedia: context.homeserver?.isInReach == true))
        }
        routes.get("/v1/modules") { _, _ in Response(json: Self.modules(gatehouse)) }
        routes.get("/v1/web") { _, _ in
            Response(json: .array(gatehouse.webResources.paths.map { .string($0) }))
        }
        routes.get("/v1/chains") { _, _ in Response(json: .array(gatehouse.chainDescriptions.map(\.json))) }
    }

    /// What each module is, and how it does.
    private static func modules(_ gatehouse: Gatehouse) -> JSONValue {
        .array(
            zip(gatehouse.instances, gatehouse.states).map { module, state in
                var object = module.json
                object["state"] = state.json
                return .object(object)
            })
    }

    /// Callbacks with the modules that implement them, so that a bridge learns all that it needs from one list.
    ///
    /// - Parameter fetchesMedia: who asks for the list will be asked for the bytes of files: it need not send them.
    private static func callbacks(_ gatehouse: Gatehouse, fetchesMedia: Bool) -> JSONValue {
        let chains = zip(Catalogue.callbacks, gatehouse.chainDescriptions)
        return .array(
            chains.map { callback, chain in
                var object = callback.json
                object["modules"] = .array(chain.modules.map { .string($0) })
                object["state"] = chain.stateReads.map { .array($0.map(\.json)) }
                if callback.hasMedia { object["fetches_media"] = .bool(fetchesMedia) }
                if callback.key == "login_type" { object["login_types"] = loginTypes(gatehouse) }
                return .object(object)
            })
    }

    private static func loginTypes(_ gatehouse: Gatehouse) -> JSONValue {
        var object = JSONObject()
        for (type, fields) in gatehouse.loginTypes.sorted(by: { $0.key < $1.key }) {
            object[type] = .array(fields.map { .string($0) })
        }
        return .object(object)
    }
}

extension Callback {
    fileprivate var hasMedia: Bool {
        fields.contains { field in if case .media = field.type { true } else { false } }
    }
}

extension StateRead {
    /// Without a `state_key`: any.
    fileprivate var json: JSONValue {
        var object: JSONObject = ["type": .string(type)]
        object["state_key"] = stateKey.map { .string($0) }
        return .object(object)
    }
}
