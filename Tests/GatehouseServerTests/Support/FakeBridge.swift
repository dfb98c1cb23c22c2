import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// The socket of a bridge, on which a closure answers what is asked of the homeserver.
final class FakeBridge: Sendable {
    typealias Answer = @Sendable (_ path: String, _ body: String) -> (HTTPResponse.Status, String)

    private let folder: Folder
    private let answer: Answer
    private let asked = Mutex<[String]>([])

    init(_ answer: @escaping Answer) throws {
        (folder, self.answer) = (try Folder(), answer)
    }

    /// What was asked: a path and a body each.
    var requests: [String] { asked.withLock { $0 } }

    /// Answers as long as the body runs, which gets the socket's path.
    func serving<Result: Sendable>(_ body: (String) async throws -> Result) async throws -> Result {
        let socket = folder.path + "/synapse.sock"
        let (ready, open) = AsyncStream<Void>.makeStream()
        let application = Application(
            router: router, configuration: .init(address: .unixDomainSocket(path: socket)),
            onServerRunning: { _ in open.yield() })
        let running = Task { try await application.runService(gracefulShutdownSignals: []) }
        defer { running.cancel() }
        for await _ in ready { break }
        return try await body(socket)
    }

    private var router: Router<BasicRequestContext> {
        let router = Router()
        router.post("/:function") { [self] request, _ in
            let body = String(buffer: try await request.body.collect(upTo: 1 << 20))
            asked.withLock { $0.append("\(request.uri.path) \(body)") }
            let (status, text) = answer(request.uri.path, body)
            return Response(status: status, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        }
        return router
    }
}
