import Synchronization

/// Lets calls in, so many at once and no more, until the server drains.
final class Admission: Sendable {
    enum Refusal: Error, Equatable {
        /// The server is about to stop.
        case draining
        /// As many calls are under way or waiting as may be.
        case overloaded
    }

    private let limit: Int
    private let count = Atomic(0)
    private let isClosed = Atomic(false)

    init(limit: Int) { self.limit = limit }

    var isDraining: Bool { isClosed.load(ordering: .acquiring) }

    /// How many calls are in.
    var underWay: Int { count.load(ordering: .relaxed) }

    /// Runs `body` as a call.
    func admit<Result>(_ body: () async throws -> Result) async throws -> Result {
        defer { count.subtract(1, ordering: .releasing) }
        let others = count.add(1, ordering: .acquiring).oldValue
        if isDraining { throw Refusal.draining }
        if others >= limit { throw Refusal.overloaded }
        return try await body()
    }

    /// Lets nobody in from now on.
    func close() { isClosed.store(true, ordering: .releasing) }

    /// Waits until all calls are out, or until the time is up.
    func emptied(by end: ContinuousClock.Instant) async {
        while underWay > 0, ContinuousClock.now < end, !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(5))
        }
    }
}
