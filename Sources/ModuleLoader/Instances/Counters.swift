import Logging
import Synchronization

/// Counts what goes wrong with one instance in time, and says so in the log under its name.
package final class Counters: Sendable {
    /// What is counted.
    package enum Event: Int, CaseIterable, Sendable {
        /// An answer came after the deadline, or after its caller had gone away. It was dropped.
        case tooLate
        /// A ticket was finished that is none any more. Nothing came of it.
        case finishedTwice
        /// The deadline of a call passed while the module had it.
        case deadline
        /// The caller went away while the module had the call.
        case cancelled
        /// A callback that promised to return at once was found to take longer.
        case slow
        /// A callback has not come back within its time.
        case stuck
    }

    private struct State {
        var counts = Array(repeating: 0, count: Event.allCases.count)
        var lastTold: [ContinuousClock.Instant?] = Array(repeating: nil, count: Event.allCases.count)
    }

    private let state = Mutex(State())
    private let logger: Logger
    private let now: @Sendable () -> ContinuousClock.Instant

    init(_ logger: Logger, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
        (self.logger, self.now) = (logger, now)
    }

    package func note(_ event: Event) {
        let now = now()
        let (count, isTold) = state.withLock { state in
            state.counts[event.rawValue] += 1
            let isDue = state.lastTold[event.rawValue].map { now - $0 >= event.pause } ?? true
            if isDue { state.lastTold[event.rawValue] = now }
            return (state.counts[event.rawValue], isDue)
        }
        guard isTold, let text = event.text else { return }
        logger.warning("\(text) (\(count) so far)")
    }

    func noteRecovery() { logger.notice("it is not stuck any more: the callback has come back") }

    package subscript(event: Event) -> Int { state.withLock { $0.counts[event.rawValue] } }
}

extension Counters.Event {
    /// Nil: what calls the module says it.
    fileprivate var text: String? {
        switch self {
        case .tooLate: "an answer came too late and was dropped"
        case .finishedTwice: "it finished a ticket that it had finished before, or never had"
        case .deadline, .cancelled: nil
        case .slow: "a callback runs for over 5 ms, and the module promises to return at once (GH_PROMPT)"
        case .stuck: "it is stuck: a callback has not come back in time; until it does, nobody is asked"
        }
    }

    /// How long nothing is said of it after it was said. All is counted.
    fileprivate var pause: Duration {
        switch self {
        case .slow: .seconds(60)
        case .stuck: .zero
        default: .seconds(1)
        }
    }
}
