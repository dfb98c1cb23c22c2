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
                "a callback took over 5 ms, and the module promises to return at once (GH_PROMPT) (1 so far)",
            ]
                + (1...6).map {
                    "it is stuck: a callback has not come back in time; until it does, nobody is asked (\($0) so far)"
                })
    }
}
