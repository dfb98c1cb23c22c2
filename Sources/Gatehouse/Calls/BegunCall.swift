import Dispatch
import MatrixCallbacks
import ModuleLoader
import Synchronization

/// How far a call came on its caller's thread.
enum BegunCall {
    case ended(CallResult)
    /// It goes on elsewhere.
    case open(OpenCall)
    /// A module would have answered late, and the caller cannot wait.
    case mustWait(module: String)

    /// Hands over the result, at once or when the chain has ended, on any thread.
    func whenEnded(_ ending: @escaping Flight.Ending) {
        switch self {
        case .ended(let result): ending(result)
        case .open(let call): call.start(ending)
        case .mustWait: break  // only for callers that cannot wait
        }
    }

    /// Blocks until the chain has ended.
    func wait() throws(CallError) -> CallResult {
        switch self {
        case .ended(let result): return result
        case .open(let call): return call.wait()
        case .mustWait(let module): throw .mustWait(module: module)
        }
    }
}

/// A call that goes on elsewhere, and what its module has deferred already.
struct OpenCall {
    let flight: Flight
    let late: LateCall?
    let calls: CallsUnderWay
    let remote: RemoteCaller?

    /// Suspends until the chain has ended. A task that is cancelled gets an outcome that says so.
    ///
    /// - Parameter finish: has the last word, on the thread where the chain ends.
    func result(_ finish: @escaping @Sendable (CallResult) -> CallResult) async -> CallResult {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in start { continuation.resume(returning: finish($0)) } }
        } onCancel: {
            flight.cancel()
        }
    }

    fileprivate func wait() -> CallResult {
        let ended = DispatchSemaphore(value: 0)
        let results = Mutex<[CallResult]>([])
        start { result in
            results.withLock { $0 = [result] }
            ended.signal()
        }
        ended.wait()
        return results.withLock { $0[0] }
    }

    fileprivate func start(_ ending: @escaping Flight.Ending) {
        calls.open(flight)
        remote?.waits(for: flight)
        flight.start(late) { [calls, flight, remote] result in
            calls.close(flight)
            remote?.hasResult(of: flight)
            ending(result)
        }
    }
}
