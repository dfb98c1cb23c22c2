import Logging
import ModuleLoader
import Synchronization

/// The paths of one instance, and the requests that it has not answered yet.
final class InstanceWeb: InstanceService {
    /// As many as an instance may owe an answer at a time.
    static let limit = 10_000

    private struct State {
        var requests: [UInt64: OpenRequest] = [:]
        var lastNumber: UInt64 = 0
        var isSettled = false
        var isOver = false
    }

    let client: ServiceClient
    private let registry: WebResourceRegistry
    private let state = Mutex(State())

    init(_ client: ServiceClient, _ registry: WebResourceRegistry) { (self.client, self.registry) = (client, registry) }

    func makeTable() -> ServiceTable { WebTable.make(self) }

    func settle() { state.withLock { $0.isSettled = true } }

    /// - Returns: false: somebody else keeps it, or it is reserved; the log tells.
    /// - Throws: it is no path, or `create` has returned.
    func serve(_ path: String, _ handler: WebHandler) throws(Handed.Refusal) -> Bool {
        if state.withLock({ $0.isSettled }) { throw Handed.Refusal(reason: "a path is registered after create") }
        guard let parsed = WebPath(path) else { throw Handed.Refusal(reason: "\(path.debugDescription) is no path") }
        let refusal = registry.register(parsed, HandledPath(instance: self, handler: handler))
        if let refusal { client.logger.warning("the path \(path) is not its own: \(refusal)") }
        return refusal == nil
    }

    /// Asks the module.
    func ask(_ handler: WebHandler, _ request: WebRequest) async -> WebResponse {
        let answer = AsyncStream<WebResponse>.makeStream(bufferingPolicy: .bufferingOldest(1))
        guard let open = begin(request, handler, answer.continuation) else {
            return .error(503, "it has \(Self.limit) requests to answer, or it ends")
        }
        defer { open.leave() }
        let timer = Task { [client] in
            try await Task.sleep(for: client.patience)
            answer.continuation.yield(.error(504, "no answer in time"))
        }
        defer { timer.cancel() }
        for await response in answer.stream { return response }
        client.logger.debug("nobody waits for request \(open.number) any more")
        return .error(503, "nobody waits any more")
    }

    private func begin(
        _ request: WebRequest, _ handler: WebHandler, _ answer: AsyncStream<WebResponse>.Continuation
    ) -> OpenRequest? {
        let open: OpenRequest? = state.withLock { state in
            if state.isOver || state.requests.count >= Self.limit { return nil }
            state.lastNumber += 1
            let open = OpenRequest(state.lastNumber, request, handler, answer) { [weak self] in self?.forget($0) }
            state.requests[state.lastNumber] = open
            return open
        }
        if let open { client.entrance.enter(open) }
        return open
    }

    private func forget(_ number: UInt64) { state.withLock { _ = $0.requests.removeValue(forKey: number) } }

    /// How many requests it owes an answer.
    var openRequests: Int { state.withLock { $0.requests.count } }

    /// - Returns: false: it was answered before.
    func answer(_ number: UInt64, _ response: WebResponse) -> Bool {
        state.withLock { $0.requests.removeValue(forKey: number) }?.answer(response) ?? false
    }

    func end() {
        registry.remove(from: self)
        let requests = state.withLock { state in
            state.isOver = true
            return Array(state.requests.values)
        }
        // They stay in memory: a thread of the module may still read them.
        for request in requests { _ = request.answer(.error(503, "the module ends")) }
    }
}

/// A path of an instance.
private struct HandledPath: WebResource {
    let instance: InstanceWeb
    let handler: WebHandler

    func response(to request: WebRequest) async -> WebResponse { await instance.ask(handler, request) }
}
