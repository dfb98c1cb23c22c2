import HTTPTypes
import Hummingbird

/// The paths of the server, with their methods.
struct RouteTable: Sendable {
    typealias Handler = @Sendable (Request, CallContext) async throws -> Response

    private struct Route: Sendable {
        let method: HTTPRequest.Method
        let path: String
        let handler: Handler

        /// Parts that begin with a colon stand for anything.
        func fits(_ path: [Substring]) -> Bool {
            let parts = self.path.split(separator: "/")
            return parts.count == path.count && zip(parts, path).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
        }
    }

    private var routes: [Route] = []

    mutating func get(_ path: String, _ handler: @escaping Handler) {
        routes.append(Route(method: .get, path: path, handler: handler))
        routes.append(Route(method: .head, path: path) { try await handler($0, $1).createHeadResponse() })
    }

    mutating func post(_ path: String, _ handler: @escaping Handler) {
        routes.append(Route(method: .post, path: path, handler: handler))
    }

    func add(to router: Router<CallContext>) {
        for route in routes { router.on(RouterPath(route.path), method: route.method, use: route.handler) }
    }

    /// All of them, with colons before what stands for anything.
    var paths: [String] { routes.map(\.path) }

    /// The methods that a path has; empty where there is no such path.
    func methods(of path: String) -> [HTTPRequest.Method] {
        let parts = path.split(separator: "/")
        return routes.filter { $0.fits(parts) }.map(\.method)
    }
}
