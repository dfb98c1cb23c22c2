public import Foundation
public import Gatehouse
import Hummingbird
public import Logging
public import ModuleLoader
import NIOCore
import ServiceLifecycle
import UnixSignals

/// A host, served over HTTP: on a Unix socket, on a TCP address, and on the sockets that systemd hands over.
///
/// ```swift
/// let front = try HTTPFront(gatehouse, configuration, logger: logger)
/// try await front.run()
/// ```
public struct HTTPFront: Sendable {
    let routes: RouteTable
    let responder: RequestLog
    private let sockets: [ServedSocket]
    private let settings: ServerSettings
    let desk: CallDesk
    private let drain: Drain
    private let logger: Logger

    /// Reads the token, and opens what is kept in the data folder. Nothing is bound yet.
    ///
    /// - Parameters:
    ///   - configuration: where its ``Configuration/server`` says how to serve.
    ///   - registry: where calls are counted, and what `/metrics` shows.
    ///   - homeserver: told where the homeserver's processes answer, as their bridges say it.
    ///   - environment: what systemd says.
    ///   - abandon: called where calls do not come back in the time that they have when the server stops.
    /// - Throws: all that is wrong with the settings.
    public init(
        _ gatehouse: Gatehouse, _ configuration: Configuration, logger: Logger,
        registry: PrometheusRegistry = HTTPFront.registry, homeserver: BridgedHomeserver? = nil,
        environment: [String: String] = ProcessInfo.processInfo.environment,
        abandon: @escaping @Sendable () -> Void = {}
    ) throws(Problems) {
        let settings = configuration.server
        let systemd = Systemd(environment: environment)
        sockets = try Self.sockets(configuration, systemd)
        let token = try settings.tokenFile.map { path throws(Problems) in try TokenFile.read(configuration.path(path)) }
        let folder = configuration.dataFolder.map(configuration.path)
        if let folder { try DataFolder.make(folder) }
        desk = CallDesk(
            gatehouse: gatehouse, admission: Admission(limit: settings.callLimit), metrics: CallMetrics(registry),
            decisions: try DecisionStore(folder: folder, logger: logger),
            mediaFolder: try settings.mediaFolder.map { path throws(Problems) in try Self.mediaFolder(path, logger) })
        let clients = Admission(limit: settings.callLimit)
        let served = Routes(
            desk: desk, registry: registry, settings: settings, token: token, clients: clients, homeserver: homeserver)
        (routes, responder) = (served.table, served.responder)
        drain = Drain(
            admissions: [desk.admission, clients], time: settings.drainTime, systemd: systemd, logger: logger,
            abandon: abandon)
        (self.settings, self.logger) = (settings, logger)
    }

    /// A registry that knows what the server's own metrics tell.
    public static var registry: PrometheusRegistry {
        PrometheusRegistry(help: CallMetrics.help.merging(ModuleMetrics.help) { first, _ in first })
    }

    private static func mediaFolder(_ path: String, _ logger: Logger) throws(Problems) -> SharedFolder {
        let folder = SharedFolder(path: path)
        do throws(Problem) {
            if try !folder.isThere() { logger.warning("media_folder: there is no \(path) yet") }
            return folder
        } catch {
            throw Problems(list: [error])
        }
    }

    private static func sockets(
        _ configuration: Configuration, _ systemd: Systemd
    ) throws(Problems) -> [ServedSocket] {
        let settings = configuration.server
        var sockets = systemd.sockets
        if let path = settings.socket {
            sockets.append(.file(path: configuration.path(path), mode: settings.socketMode))
        }
        if let address = settings.listen { sockets.append(.address(address)) }
        if !sockets.isEmpty { return sockets }
        throw Problems(list: [
            Problem(
                "serve.nowhere", "gatehouse serve", "there is nothing to listen on",
                cure: "Set `socket` or `listen` in the configuration, or give --socket or --listen.")
        ])
    }
}

extension HTTPFront {
    /// Serves until the process gets SIGTERM or SIGINT. Calls that are under way then have their time; the host is not
    /// shut down. When the task is cancelled, so are they.
    ///
    /// - Parameter onReady: called with the addresses once connections are accepted.
    /// - Throws: `Problems` where a socket cannot be had; `CancellationError`.
    public func run(onReady: @Sendable ([String]) -> Void = { _ in }) async throws {
        let listeners = try await listen()
        for listener in listeners { logger.info("listening on \(listener.address.plain)") }
        for path in desk.gatehouse.webResources.paths { logger.info("a module answers \(path)") }
        onReady(listeners.map(\.address.plain))
        // At level debug the group writes down all of its services, with what stands in their memory.
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .info)
        let group = ServiceGroup(
            configuration: .init(
                services: listeners + [drain], gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet))
        do {
            try await FrontThreads().run(desk.gatehouse) { try await group.run() }
        } catch {
            await desk.decisions.flush()
            throw error
        }
        await desk.decisions.flush()
    }

    /// Binds all sockets, or none.
    private func listen() async throws(Problems) -> [Listener] {
        var listeners: [Listener] = []
        var problems: [Problem] = []
        for socket in sockets {
            do {
                let listener = try await Listener(socket, responder, settings, logger: logger)
                listeners.append(listener)
                if !listener.address.isLocal && settings.tokenFile == nil { problems.append(Self.unguarded(socket)) }
            } catch let problem as Problem {
                problems.append(problem)
            } catch {
                problems.append(.unbound(socket, error))
            }
        }
        if problems.isEmpty { return listeners }
        for listener in listeners { await listener.close() }
        throw Problems(list: problems)
    }

    static func unguarded(_ socket: ServedSocket) -> Problem {
        Problem(
            "serve.unguarded", "\(socket)", "others can reach it, and there is no token",
            cure: "Set `token_file`, or listen on 127.0.0.1 or on a Unix socket.")
    }
}
