import Dispatch
import Synchronization

/// For threads of modules, which may wait. Never for those of tasks.
enum Blocking {
    private final class Box<Value: Sendable>: Sendable {
        let outcome = Mutex<Result<Value, any Error>>(.failure(CancellationError()))
    }

    /// Waits until a task has done this.
    static func run<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) throws -> Value {
        let (ended, box) = (DispatchSemaphore(value: 0), Box<Value>())
        Task {
            let outcome: Result<Value, any Error>
            do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
            box.outcome.withLock { $0 = outcome }
            ended.signal()
        }
        ended.wait()
        return try box.outcome.withLock { $0 }.get()
    }
}
