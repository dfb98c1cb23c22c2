import Dispatch
import Synchronization

/// Waits for what is asynchronous. An asynchronous `main` would do, but ends in a way that valgrind does not survive.
func waiting<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) throws -> Value {
    let ended = Mutex<Result<Value, any Error>?>(nil)
    let isEnded = DispatchSemaphore(value: 0)
    Task {
        let result: Result<Value, any Error>
        do { result = .success(try await body()) } catch { result = .failure(error) }
        ended.withLock { $0 = result }
        isEnded.signal()
    }
    isEnded.wait()
    guard let result = ended.withLock({ $0 }) else { preconditionFailure("it has ended") }
    return try result.get()
}
