import Gatehouse
import HTTPTypes
import Hummingbird
import ModuleLoader

/// Learns from requests which process of the homeserver asks, and where each answers what modules ask.
///
/// Bridges say it with each request, so that a server which was restarted knows at once.
struct Introductions {
    /// Nil: this server's modules ask no homeserver.
    let homeserver: BridgedHomeserver?

    private static let name = HTTPField.Name("Gatehouse-Homeserver")
    private static let worker = HTTPField.Name("Gatehouse-Worker")
    private static let socket = HTTPField.Name("Gatehouse-Socket")

    func learn(from request: Request, _ context: inout CallContext) {
        guard let worker = request[Self.worker] else { return }
        context.process = .ofSynapse(worker)
        if let homeserver, let socket = request[Self.socket], request[Self.name] == homeserver.serverName {
            homeserver.learn(worker, answersOn: socket)
            context.homeserver = HomeserverSocket(path: socket)
        }
    }
}

extension Request {
    fileprivate subscript(_ name: HTTPField.Name?) -> String? { name.flatMap { headers[$0] } }
}
