import Gatehouse
import Hummingbird

/// All that the server answers.
struct Routes {
    let desk: CallDesk
    let registry: PrometheusRegistry
    let settings: ServerSettings
    let token: String?
    /// For the paths of modules.
    let clients: Admission
    let homeserver: BridgedHomeserver?

    var responder: RouterResponder<CallContext> {
        let table = table
        let router = Router(context: CallContext.self)
        router.addMiddleware {
            RequestLog()
            ModulePaths(
                routes: table, resources: desk.gatehouse.webResources, admission: clients,
                bodyLimit: settings.bodyLimit)
            Access(token: token)
            if let homeserver { Introductions(homeserver: homeserver) }
            Elsewhere(routes: table)
        }
        table.add(to: router)
        return router.buildResponder()
    }

    var table: RouteTable {
        var table = RouteTable()
        CallRoutes(desk: desk, bodyLimit: settings.bodyLimit).add(to: &table)
        AntispamRoutes(desk: desk, bodyLimit: settings.bodyLimit, serverName: settings.serverName).add(to: &table)
        ListRoutes(gatehouse: desk.gatehouse).add(to: &table)
        DecisionRoutes(decisions: desk.decisions).add(to: &table)
        StateRoutes(
            admission: desk.admission, metrics: desk.metrics, modules: ModuleMetrics(desk.gatehouse, registry),
            registry: registry
        ).add(to: &table)
        let document = Response(json: OpenAPIDocument.json(hasToken: token != nil))
        table.get("/openapi.json") { _, _ in document }
        return table
    }
}
