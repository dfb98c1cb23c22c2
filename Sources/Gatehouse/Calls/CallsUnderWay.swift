import Glibc
import Synchronization

/// Counts the calls of a host, so that its instances are not ended under them.
final class CallsUnderWay: Sendable {
    private let count = Atomic(0)
    private let isOver = Atomic(false)

    /// False: the host is shut down.
    func begin() -> Bool {
        count.add(1, ordering: .sequentiallyConsistent)
        if !isOver.load(ordering: .sequentiallyConsistent) { return true }
        end()
        return false
    }

    func end() { count.subtract(1, ordering: .sequentiallyConsistent) }

    /// Lets no further call begin, and waits for those that have begun.
    func endAll() {
        isOver.store(true, ordering: .sequentiallyConsistent)
        while count.load(ordering: .sequentiallyConsistent) > 0 { usleep(1000) }
    }
}
