import Synchronization
import Testing

@testable import ModuleLoader

@Suite struct CountersTests {
    private let log = RecordingLog()

    @Test func `Everything is counted, and what comes often is said once in a while`() {
        let counters = Counters(log.logger)
        for event in Counters.Event.allCases { for _ in 0...event.rawValue { counters.note(event) } }
        #expect(Counters.Event.allCases.map { counters[$0] } == Counters.Event.allCases.map { $0.rawValue + 1 })
        #expect(
            log.messages == [
                "an answer came too late and was dropped (1 so far)",
                "it finished a ticket that it had finished before, or never had (1 so far)",
                "a callback runs for over 5 ms, and the module promises to return at once (GH_PROMPT) (1 so far)",
            ]
                + (1...6).map {
                    "it is stuck: a callback has not come back in time; until it does, nobody is asked (\($0) so far)"
                })
    }

    /// A clock that tests set.
    private final class Clock: Sendable {
        private let time = Mutex(ContinuousClock.now)

        var now: ContinuousClock.Instant { time.withLock { $0 } }
        func pass(_ duration: Duration) { time.withLock { $0 += duration } }
    }

    @Test(arguments: [
        (Counters.Event.slow, Duration.seconds(60)), (.tooLate, .seconds(1)), (.finishedTwice, .seconds(1)),
        (.stuck, .zero),
    ])
    func `The same is said again when its pause is over, and no earlier`(event: Counters.Event, pause: Duration) {
        let clock = Clock()
        let counters = Counters(log.logger) { clock.now }
        for passed in [.zero, pause - .milliseconds(1), .milliseconds(1), pause] as [Duration] {
            clock.pass(max(passed, .zero))
            counters.note(event)
        }
        #expect(counters[event] == 4)
        let said = log.messages.compactMap { $0.split(separator: "(").last.map(String.init) }
        #expect(said == (pause == .zero ? ["1", "2", "3", "4"] : ["1", "3", "4"]).map { "\($0) so far)" })
    }
}
