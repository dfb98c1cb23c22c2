import Gatehouse
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOExtras
import NIOHTTP1
import NIOPosix
import ServiceLifecycle

/// Accepts connections on one socket and answers what comes over them, until it is told to shut down.
///
/// Hummingbird's own server binds its socket itself, which leaves no room for one that systemd has bound.
struct Listener: Service {
    private typealias Connections = NIOAsyncChannel<Connection, Never>

    /// A connection, and what answers over it.
    private struct Connection: Sendable {
        let channel: HTTP1Channel.Value
        let http: HTTP1Channel
    }

    /// Where it listens.
    let address: SocketAddress
    private let connections: Connections
    private let quiescing: ServerQuiescingHelper
    private let logger: Logger

    /// Binds, and does not accept anything yet.
    ///
    /// - Throws: what the system says.
    init(
        _ socket: ServedSocket, _ responder: RequestLog, _ settings: ServerSettings, logger: Logger
    ) async throws {
        let quiescing = ServerQuiescingHelper(group: .singletonMultiThreadedEventLoopGroup)
        let bootstrap = ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.backlog, value: 256)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        quiescing.makeServerChannelHandler(channel: channel))
                }
            }
        connections = try await Self.bind(bootstrap, socket) { Self.setUp($0, responder, settings, logger) }
        guard let address = connections.channel.localAddress else { throw ChannelError.unknownLocalAddress }
        (self.address, self.quiescing, self.logger) = (address, quiescing, logger)
    }

    private static func setUp(
        _ channel: any Channel, _ responder: RequestLog, _ settings: ServerSettings, _ logger: Logger
    ) -> EventLoopFuture<Connection> {
        let caller = RemoteCaller()
        do {
            try channel.pipeline.syncOperations.addHandler(Departure(caller))
        } catch {
            return channel.eventLoop.makeFailedFuture(error)
        }
        let isOverTCP = channel.localAddress?.isFile != true
        let (limit, farewell) = (TimeAmount(settings.clientTimeout), TimeAmount(settings.farewell))
        let http = HTTP1Channel(
            responder: answer(responder, caller, isOverTCP: isOverTCP, logger),
            configuration: .init(additionalChannelHandlers: [Patience(limit: limit, farewell: farewell)]))
        return http.setup(channel: channel, logger: logger).map { Connection(channel: $0, http: http) }
    }

    @concurrent private static func bind(
        _ bootstrap: ServerBootstrap, _ socket: ServedSocket,
        _ setUp: @escaping @Sendable (any Channel) -> EventLoopFuture<Connection>
    ) async throws -> Connections {
        switch socket {
        case .address(let address):
            try await bootstrap.bind(host: address.host, port: address.port, childChannelInitializer: setUp)
        case .file(let path, let mode):
            try await SocketFile(path: path, mode: mode).bound {
                try await bootstrap.bind(unixDomainSocketPath: path, childChannelInitializer: setUp)
            }
        case .inherited(let descriptor):
            try await bootstrap.bind(descriptor, childChannelInitializer: setUp)
        }
    }

    func run() async throws {
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                do {
                    try await connections.executeThenClose { inbound in
                        for try await connection in inbound {
                            group.addTask {
                                await connection.http.handle(value: connection.channel, logger: logger)
                            }
                        }
                    }
                } catch {
                    logger.error("\(address): no more connections: \(error)")
                }
            }
        } onGracefulShutdown: {
            quiescing.initiateShutdown(promise: nil)
        }
    }

    /// Lets the socket go, which has not been served.
    func close() async { try? await connections.executeThenClose { _ in } }
}

extension ServerSettings {
    /// How long a client that is in the middle of something holds up a server that has nothing else to do any more.
    fileprivate var farewell: Duration { min(drainTime, .seconds(2)) }
}

extension Listener {
    private static func answer(
        _ responder: RequestLog, _ caller: RemoteCaller, isOverTCP: Bool, _ logger: Logger
    ) -> HTTPChannelHandler.Responder {
        { request, writer, channel in
            var context = CallContext(source: ApplicationRequestContextSource(channel: channel, logger: logger))
            context.caller = caller
            context.isOverTCP = isOverTCP
            var response = await responder.respond(to: request, context: context)
            response.headers[.date] = HTTPDate.now
            try await writer.write(response: response.head, body: response.body)
        }
    }
}
