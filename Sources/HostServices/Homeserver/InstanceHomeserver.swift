import JSONText
import ModuleLoader
import Synchronization

/// What one instance asks of the homeserver.
final class InstanceHomeserver: InstanceService {
    /// What became of a request: a value, nothing, or why not.
    typealias Answer = Result<JSON?, HomeserverError>
    /// Gets the answer, once.
    typealias Completion = @Sendable (Answer) -> Void

    private struct State {
        var requests: [UInt64: Completion] = [:]
        var lastNumber: UInt64 = 0
        var isOver = false
    }

    let homeserver: any Homeserver
    private let client: ServiceClient
    private let state = Mutex(State())

    init(_ client: ServiceClient, _ homeserver: any Homeserver) {
        (self.client, self.homeserver) = (client, homeserver)
    }

    func makeTable() -> ServiceTable { HomeserverTable.make(self) }

    /// Asks in a task of its own. Where the instance ends meanwhile it is answered at once.
    func ask(
        _ completion: @escaping Completion, _ body: @escaping @Sendable (any Homeserver) async throws -> JSON?
    ) {
        let number: UInt64? = state.withLock { state in
            if state.isOver { return nil }
            state.lastNumber += 1
            state.requests[state.lastNumber] = completion
            return state.lastNumber
        }
        guard let number else { return completion(.failure(Self.ending)) }
        Task { [self] in
            do {
                finish(number, .success(try await body(homeserver)))
            } catch {
                finish(number, .failure(error as? HomeserverError ?? .refused("\(error)")))
            }
        }
    }

    /// What makes no sense is told like any other failure.
    func refuse(_ completion: @escaping Completion, _ reason: String) {
        ask(completion) { _ in throw HomeserverError.refused(reason) }
    }

    private static let ending = HomeserverError.refused("the instance ends")

    private func finish(_ number: UInt64, _ answer: Answer) {
        state.withLock { $0.requests.removeValue(forKey: number) }?(answer)
    }

    func enter(_ visit: any ModuleVisit) { client.entrance.enter(visit) }

    func end() {
        let requests = state.withLock { state in
            defer { (state.isOver, state.requests) = (true, [:]) }
            return Array(state.requests.values)
        }
        for completion in requests { completion(.failure(Self.ending)) }
    }
}
