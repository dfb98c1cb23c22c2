import Dispatch
import MatrixCallbacks
import ModuleLoader
import Synchronization

/// How far a call came on its caller's thread.
enum BegunCall {
    case ended(CallEnd)
    /// It goes on elsewhere.
    indirect case open(OpenCall)
    /// It cannot be made, or the caller cannot wait as long as it would take.
    indirect case refused(CallError)

    /// Hands over the end, at once or when it is there, on any thread.
    func whenEnded(_ ending: @escaping @Sendable (CallEnd) -> Void) {
        switch self {
        case .ended(let end): ending(end)
        case .open(let call): call.start(ending)
        case .refused: break  // not those that nobody waits for
        }
    }

    /// Blocks until the chain has ended.
    func wait() throws(CallError) -> CallEnd {
        switch self {
        case .ended(let end): return end
        case .open(let call): return call.wait()
        case .refused(let error): throw error
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
    func end(_ finish: @escaping @Sendable (CallEnd) -> CallEnd) async -> CallEnd {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in start { continuation.resume(returning: finish($0)) } }
        } onCancel: {
            flight.cancel()
        }
    }

    fileprivate func wait() -> CallEnd {
        let ended = DispatchSemaphore(value: 0)
        let last = Mutex(CallEnd.allNext)
        start { end in
            last.withLock { $0 = end }
            ended.signal()
        }
        ended.wait()
        return last.withLock(\.self)
    }

    fileprivate func start(_ ending: @escaping @Sendable (CallEnd) -> Void) {
        calls.open(flight)
        remote?.waits(for: flight)
        flight.start(late) { [calls, flight, remote] end in
            calls.close(flight)
            remote?.hasResult(of: flight)
            ending(end)
        }
    }
}
