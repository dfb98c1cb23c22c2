import Glibc
import MatrixCallbacks
import ModuleLoader
import Synchronization

/// Counts the calls of a host, so that its instances are not ended under them.
final class CallsUnderWay: Sendable {
    private let count = CallCount()
    private let over = Atomic(false)
    /// Those of them that have left their callers' threads.
    private let flights = Mutex<[ObjectIdentifier: Flight]>([:])

    /// The host is shut down.
    var isOver: Bool { over.load(ordering: .relaxed) }

    /// False: the host is shut down.
    func begin() -> Bool {
        count.add()
        if !over.load(ordering: .sequentiallyConsistent) { return true }
        end()
        return false
    }

    func end() { count.subtract() }

    func open(_ flight: Flight) { flights.withLock { $0[ObjectIdentifier(flight)] = flight } }

    func close(_ flight: Flight) { flights.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(flight)) } }

    /// Lets no further call begin, and waits for those that have begun.
    ///
    /// - Parameter patience: how long, before those are cancelled that may be; nil: they end by themselves.
    func endAll(patience: Duration? = nil) {
        over.store(true, ordering: .sequentiallyConsistent)
        var cancelAt = patience.map { ContinuousClock.now + $0 }
        while count.sum > 0 {
            if let time = cancelAt, time <= .now {
                for flight in flights.withLock({ Array($0.values) }) { flight.cancel() }
                cancelAt = nil
            }
            usleep(1000)
        }
    }
}
