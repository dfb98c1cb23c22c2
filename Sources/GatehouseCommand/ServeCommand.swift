import ArgumentParser
import CoreMetrics
import Foundation
import Gatehouse
import GatehouseServer
import Logging
import ModuleLoader

/// `gatehouse serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Answer calls over HTTP, on a Unix socket or a TCP address.",
        discussion: "Serves until SIGTERM or SIGINT. GET /openapi.json describes what it answers.")

    @OptionGroup var source: ConfigurationOption

    @Option(help: ArgumentHelp("Listen on this Unix socket.", valueName: "path"))
    var socket: String?

    @Option(
        help: ArgumentHelp("Listen on this TCP address.", valueName: "host:port"),
        transform: { text in
            guard let address = ListenAddress(text) else { throw ValidationError("expected HOST:PORT, found \(text)") }
            return address
        })
    var listen: ListenAddress?

    func run() async throws {
        let subject = source.subject()
        if !subject.problems.isEmpty { throw LookReport(subject).refusal() }
        do {
            try await serve(given(subject.configuration))
        } catch let problems as Problems {
            throw Terminal.refusal(problems.list.map(\.description))
        }
    }

    /// What is given on the command line comes before what is written in the file, and starts at the working folder.
    private func given(_ configuration: Configuration) -> Configuration {
        var configuration = configuration
        if let socket {
            let folder = FileManager.default.currentDirectoryPath
            configuration.server.socket = socket.hasPrefix("/") ? socket : "\(folder)/\(socket)"
        }
        if let listen { configuration.server.listen = listen }
        return configuration
    }

    private func serve(_ configuration: Configuration) async throws {
        let logger = Logger(label: "gatehouse", configuration.server)
        let registry = HTTPFront.registry
        MetricsSystem.bootstrap(registry)
        let homeserver = configuration.server.serverName.map { BridgedHomeserver(serverName: $0) }
        let gatehouse = try Gatehouse(
            withoutApplication: configuration, logger: logger,
            moduleLogger: { Logger(label: $0, configuration.server) }, homeserver: homeserver)
        let front = try HTTPFront(
            gatehouse, configuration, logger: logger, registry: registry, homeserver: homeserver
        ) {
            Foundation.exit(1)
        }
        try await front.run()
        gatehouse.shutDown()
    }
}
