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

    var responder: RequestLog {
        let table = table
        let router = Router(context: CallContext.self)
        router.add(middleware: Elsewhere(routes: table))
        table.add(to: router)
        let modulePaths = ModulePaths(
            routes: table, resources: desk.gatehouse.webResources, admission: clients,
            bodyLimit: settings.webBodyLimit)
        return RequestLog(
            reception: Reception(
                modulePaths: modulePaths, access: Access(token: token),
                introductions: Introductions(homeserver: homeserver), calls: calls, routes: router.buildResponder()))
    }

    private var calls: CallRoutes { CallRoutes(desk: desk, bodyLimit: settings.bodyLimit) }

    var table: RouteTable {
        var table = RouteTable()
        calls.add(to: &table)
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
