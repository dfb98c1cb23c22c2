import Foundation
import Gatehouse
import HTTPTypes
import Hummingbird
import InMemoryLogging
import Logging
import NIOCore
import NIOEmbedded
import Testing

@testable import GatehouseServer

/// A host that is served in memory: requests go to its routes, and no socket is opened.
struct ServedHost {
    let front: HTTPFront
    let folder: Folder
    private let handler: InMemoryLogHandler

    /// A host with these modules, in this order.
    ///
    /// - Parameter change: what is set besides; something to listen on is.
    init(
        _ modules: ModuleEntry..., homeserver: BridgedHomeserver? = nil,
        change: (inout ServerSettings) -> Void = { _ in }
    ) throws {
        folder = try Folder()
        var configuration = Configuration(
            modulePath: TestModules.path, modules: modules, allowWritablePaths: true, folder: folder.path)
        configuration.server.socket = "unused.sock"
        change(&configuration.server)
        var handler = InMemoryLogHandler()
        handler.logLevel = configuration.server.logLevel
        let logger = Logger(label: "gatehouse") { [handler] _ in handler }
        self.handler = handler
        front = try HTTPFront(
            Gatehouse(configuration, logger: logger), configuration, logger: logger, homeserver: homeserver,
            environment: [:])
    }

    var log: [InMemoryLogHandler.Entry] { handler.entries }

    func get(
        _ path: String, _ headers: HTTPFields = [:], overTCP: Bool = false, host: String? = "127.0.0.1"
    ) async throws -> Reply {
        try await send(.get, path, headers: headers, overTCP: overTCP, host: host)
    }

    func post(_ path: String, _ body: String, _ headers: HTTPFields = [:]) async throws -> Reply {
        try await send(.post, path, Array(body.utf8), headers: headers)
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: [UInt8] = [], headers: HTTPFields = [:],
        overTCP: Bool = false, host: String? = "127.0.0.1"
    ) async throws -> Reply {
        let head = HTTPRequest(method: method, scheme: "http", authority: host, path: path, headerFields: headers)
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
        let channel = NIOAsyncTestingChannel()
        let logger = Logger(label: "gatehouse") { [handler] _ in handler }
        var context = CallContext(source: ApplicationRequestContextSource(channel: channel, logger: logger))
        context.isOverTCP = overTCP
        let response = await front.responder.respond(to: request, context: context)
        let sink = Sink()
        try await response.body.write(SinkWriter(sink: sink))
        return Reply(status: response.status.code, headers: response.headers, text: String(buffer: sink.bytes))
    }
}

/// What came back.
struct Reply {
    let status: Int
    let headers: HTTPFields
    let text: String

    var json: JSONValue { get throws { try JSONValue(parsing: text) } }

    subscript(_ key: String) -> JSONValue? {
        if case .object(let object)? = try? json { object[key] } else { nil }
    }

    var items: [JSONValue] { if case .array(let items)? = try? json { items } else { [] } }
}

private final class Sink { var bytes = ByteBuffer() }

private struct SinkWriter: ResponseBodyWriter {
    let sink: Sink
    mutating func write(_ buffer: ByteBuffer) { sink.bytes.writeImmutableBuffer(buffer) }
    consuming func finish(_ trailingHeaders: HTTPFields?) {}
}
