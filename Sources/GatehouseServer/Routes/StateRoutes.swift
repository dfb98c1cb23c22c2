import HTTPTypes
import Hummingbird
import JSONText

/// For those who watch: `/healthz`, `/readyz`, `/metrics`.
struct StateRoutes: Sendable {
    let admission: Admission
    let metrics: CallMetrics
    let modules: ModuleMetrics
    let registry: PrometheusRegistry

    /// Whoever may ask nothing else may ask these: they give nothing away.
    static let openPaths: Set<String> = ["/healthz", "/readyz"]

    func add(to routes: inout RouteTable) {
        let (admission, metrics, modules, registry) = (admission, metrics, modules, registry)
        routes.get("/healthz") { _, _ in Response(json: ["status": "ok"]) }
        routes.get("/readyz") { _, _ in
            if admission.isDraining { throw RequestError.unavailable(.draining) }
            return Response(json: ["status": "ready"])
        }
        routes.get("/metrics") { _, _ in
            metrics.note(underWay: admission.underWay)
            modules.update()
            return Response(
                status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: registry.text)))
        }
    }
}
