import Synchronization

/// Lets calls in, so many at once and no more, until the server drains.
final class Admission: Sendable {
    enum Refusal {
        /// The server is about to stop.
        case draining
        /// As many calls are under way or waiting as may be.
        case overloaded
    }

    private let limit: Int
    private let count = Atomic(0)
    private let isClosed = Atomic(false)

    init(limit: Int) { self.limit = limit }

    var isDraining: Bool { isClosed.load(ordering: .sequentiallyConsistent) }

    /// How many calls are in.
    var underWay: Int { count.load(ordering: .sequentiallyConsistent) }

    /// Lets a call in, which leaves when it has ended.
    ///
    /// - Throws: why it stays out. It does not leave then.
    func enter() throws(RequestError) {
        let others = count.add(1, ordering: .sequentiallyConsistent).oldValue
        if others < limit && !isDraining { return }
        leave()
        throw .unavailable(isDraining ? .draining : .overloaded)
    }

    func leave() { count.subtract(1, ordering: .sequentiallyConsistent) }

    /// Lets nobody in from now on.
    func close() { isClosed.store(true, ordering: .sequentiallyConsistent) }

    /// Waits until all calls are out, or until the time is up.
    func emptied(by end: ContinuousClock.Instant) async {
        while underWay > 0, ContinuousClock.now < end, !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(5))
        }
    }
}
