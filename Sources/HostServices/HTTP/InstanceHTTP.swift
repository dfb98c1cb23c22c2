import ModuleLoader
import Synchronization

/// The requests of one instance.
final class InstanceHTTP: InstanceService {
    /// Gets the response, once.
    typealias Completion = @Sendable (HTTPResponse) -> Void

    private struct Exchange {
        let completion: Completion
        /// Nil until it is sent.
        var task: Task<Void, Never>?
    }

    private struct State {
        var exchanges: [UInt64: Exchange] = [:]
        var lastNumber: UInt64 = 0
        var isOver = false
    }

    private let state = Mutex(State())
    private let client: ServiceClient

    init(_ client: ServiceClient) { self.client = client }

    func makeTable() -> ServiceTable { HTTPTable.make(self) }

    /// - Parameter request: or what is wrong with it.
    /// - Returns: the request's number; 0: the instance ends, and nothing comes of it.
    func send(_ request: Result<HTTPRequest, Handed.Refusal>, _ completion: @escaping Completion) -> UInt64 {
        let number: UInt64 = state.withLock { state in
            if state.isOver { return 0 }
            state.lastNumber += 1
            state.exchanges[state.lastNumber] = Exchange(completion: completion)
            return state.lastNumber
        }
        if number == 0 { return 0 }
        switch request {
        case .success(let request): begin(number, request)
        case .failure(let refusal): finish(number, .none(.invalid, refusal.reason))
        }
        return number
    }

    private func begin(_ number: UInt64, _ request: HTTPRequest) {
        let task = Task { finish(number, await HTTPConnections.send(request)) }
        let isOver = state.withLock { state in
            state.exchanges[number]?.task = task
            return state.exchanges[number] == nil
        }
        if isOver { task.cancel() }
    }

    private func finish(_ number: UInt64, _ response: HTTPResponse) {
        let exchange = state.withLock { $0.exchanges.removeValue(forKey: number) }
        exchange?.completion(response)
    }

    func cancel(_ number: UInt64) { state.withLock { $0.exchanges[number]?.task }?.cancel() }

    func enter(_ visit: any ModuleVisit) { client.entrance.enter(visit) }

    func end() {
        let exchanges = state.withLock { state in
            defer { (state.isOver, state.exchanges) = (true, [:]) }
            return Array(state.exchanges.values)
        }
        for exchange in exchanges {
            exchange.task?.cancel()
            exchange.completion(.none(.cancelled, "the instance ends"))
        }
    }
}
