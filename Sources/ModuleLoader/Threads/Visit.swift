import Synchronization

/// One entry into an instance: a callback, a hint, later a timer. Its gate says when.
package final class Visit: Sendable {
    /// Runs on a worker, when it is this visit's turn.
    let run: @Sendable (Visit) -> Void
    /// Runs instead, on any thread, where the instance is stuck before that.
    let refuse: @Sendable () -> Void
    /// How long it may be inside; nil: who sent it watches that.
    let budget: Duration?
    /// It came in on its caller's thread, and was found there.
    let isInPlace: Bool
    let state: Mutex<State>

    struct State {
        var entered: ContinuousClock.Instant?
        var hasLeft = false
        /// It has not come back in time.
        var isOverdue = false
    }

    package init(
        budget: Duration? = nil, _ run: @escaping @Sendable (Visit) -> Void, refuse: @escaping @Sendable () -> Void = {}
    ) {
        (self.budget, self.run, self.refuse, isInPlace) = (budget, run, refuse, false)
        state = Mutex(State())
    }

    /// - Parameter entered: when it came in.
    init(inPlaceSince entered: ContinuousClock.Instant) {
        (budget, run, refuse, isInPlace) = (nil, { _ in }, {}, true)
        state = Mutex(State(entered: entered))
    }
}
