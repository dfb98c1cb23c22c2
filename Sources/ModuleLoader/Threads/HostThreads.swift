import Synchronization

/// The threads of a host: those that run modules, and the one that watches deadlines. None runs before it is needed.
package final class HostThreads: Sendable {
    /// Of the hosts of this process.
    let number: Int
    package let pool: WorkerPool
    package let timers = Timers()
    package let callers = CallersThreads()

    /// - Parameter workers: how many modules may run at once that are not prompt; at least 2.
    package init(workers: Int) {
        number = Self.lastNumber.add(1, ordering: .relaxed).newValue
        pool = WorkerPool(size: max(2, workers))
    }

    private static let lastNumber = Atomic(0)

    package func stop() {
        pool.stop()
        timers.stop()
    }
}
