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

    /// A connection, and who is at its other end.
    private struct Connection: Sendable {
        let channel: HTTP1Channel.Value
        let caller: RemoteCaller
    }

    /// Where it listens.
    let address: SocketAddress
    private let connections: Connections
    private let quiescing: ServerQuiescingHelper
    private let http: @Sendable (RemoteCaller) -> HTTP1Channel
    private let logger: Logger

    /// Binds, and does not accept anything yet.
    ///
    /// - Throws: what the system says.
    init(
        _ socket: ServedSocket, _ responder: some HTTPResponder<CallContext>, _ settings: ServerSettings, logger: Logger
    ) async throws {
        let (limit, farewell) = (TimeAmount(settings.clientTimeout), TimeAmount(settings.farewell))
        http = { caller in
            HTTP1Channel(
                responder: Self.answer(responder, caller, logger),
                configuration: .init(additionalChannelHandlers: [Patience(limit: limit, farewell: farewell)]))
        }
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
        connections = try await Self.bind(bootstrap, socket) { [http] in Self.setUp($0, http, logger) }
        guard let address = connections.channel.localAddress else { throw ChannelError.unknownLocalAddress }
        (self.address, self.quiescing, self.logger) = (address, quiescing, logger)
    }

    private static func setUp(
        _ channel: any Channel, _ http: (RemoteCaller) -> HTTP1Channel, _ logger: Logger
    ) -> EventLoopFuture<Connection> {
        let caller = RemoteCaller()
        do {
            try channel.pipeline.syncOperations.addHandler(Departure(caller))
        } catch {
            return channel.eventLoop.makeFailedFuture(error)
        }
        return http(caller).setup(channel: channel, logger: logger).map { Connection(channel: $0, caller: caller) }
    }

    private static func bind(
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
                                await http(connection.caller).handle(value: connection.channel, logger: logger)
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
    /// Answers a request as Hummingbird's `Application` does.
    private static func answer(
        _ responder: some HTTPResponder<CallContext>, _ caller: RemoteCaller, _ logger: Logger
    ) -> HTTPChannelHandler.Responder {
        { request, writer, channel in
            var context = CallContext(source: ApplicationRequestContextSource(channel: channel, logger: logger))
            context.caller = caller
            context.isOverTCP = channel.localAddress?.isFile != true
            var response: Response
            do {
                response = try await responder.respond(to: request, context: context)
            } catch let error as HTTPParserError {
                throw error
            } catch {
                response = Response(status: .internalServerError)
            }
            response.headers[.date] = HTTPDate.now
            try await writer.write(response: response.head, body: response.body)
        }
    }
}
