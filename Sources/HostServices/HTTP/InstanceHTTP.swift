import AsyncHTTPClient
import ModuleLoader
import Synchronization

/// The requests of one instance.
final class InstanceHTTP: InstanceService {
    /// Gets the response, once.
    typealias Completion = @Sendable (HTTPResponse) -> Void

    private struct Open {
        let completion: Completion
        /// Nil until it is sent.
        var exchange: HTTPConnections.Exchange?
    }

    private struct State {
        var open: [UInt64: Open] = [:]
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
            state.open[state.lastNumber] = Open(completion: completion)
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
        do {
            let exchange = try HTTPConnections.send(request) { [self] in finish(number, $0) }
            let isOver = state.withLock { state in
                state.open[number]?.exchange = exchange
                return state.open[number] == nil
            }
            if isOver { exchange.cancel() }
        } catch {
            finish(number, .none(HTTPResult(error), "\(error)"))
        }
    }

    private func finish(_ number: UInt64, _ response: HTTPResponse) {
        state.withLock { $0.open.removeValue(forKey: number) }?.completion(response)
    }

    func cancel(_ number: UInt64) { state.withLock { $0.open[number]?.exchange }?.cancel() }

    func enter(_ visit: any ModuleVisit) { client.entrance.enter(visit) }

    func end() {
        let requests = state.withLock { state in
            defer { (state.isOver, state.open) = (true, [:]) }
            return Array(state.open.values)
        }
        for request in requests {
            request.exchange?.cancel()
            request.completion(.none(.cancelled, "the instance ends"))
        }
    }
}
