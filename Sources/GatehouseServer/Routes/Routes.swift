import Gatehouse
import Hummingbird

/// All that the server answers.
struct Routes {
    let desk: CallDesk
    let registry: PrometheusRegistry
    let settings: ServerSettings
    let token: String?
    let resources: any WebResources

    var responder: RouterResponder<CallContext> {
        let table = table
        let router = Router(context: CallContext.self)
        router.addMiddleware {
            RequestLog()
            Access(token: token)
            Elsewhere(routes: table, resources: resources)
        }
        table.add(to: router)
        return router.buildResponder()
    }

    private var table: RouteTable {
        var table = RouteTable()
        CallRoutes(desk: desk, bodyLimit: settings.bodyLimit).add(to: &table)
        AntispamRoutes(desk: desk, bodyLimit: settings.bodyLimit, serverName: settings.serverName).add(to: &table)
        ListRoutes(gatehouse: desk.gatehouse).add(to: &table)
        DecisionRoutes(decisions: desk.decisions).add(to: &table)
        StateRoutes(admission: desk.admission, metrics: desk.metrics, registry: registry).add(to: &table)
        let document = Response(json: OpenAPIDocument.json(hasToken: token != nil))
        table.get("/openapi.json") { _, _ in document }
        return table
    }
}
