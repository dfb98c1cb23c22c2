import HTTPTypes
import Hummingbird

/// Learns from requests which processes of the homeserver there are, and where each answers what modules ask.
///
/// Bridges say it with each request, so that a server which was restarted knows at once.
struct Introductions {
    let homeserver: BridgedHomeserver

    private static let name = HTTPField.Name("Gatehouse-Homeserver")
    private static let worker = HTTPField.Name("Gatehouse-Worker")
    private static let socket = HTTPField.Name("Gatehouse-Socket")

    func learn(from request: Request) {
        guard let socket = request[Self.socket], request[Self.name] == homeserver.serverName else { return }
        homeserver.learn(request[Self.worker] ?? "", answersOn: socket)
    }
}

extension Request {
    fileprivate subscript(_ name: HTTPField.Name?) -> String? { name.flatMap { headers[$0] } }
}
