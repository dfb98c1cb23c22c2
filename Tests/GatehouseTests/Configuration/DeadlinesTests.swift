import Gatehouse
import Testing

/// The keys `deadline`, `deadlines` and `workers`.
struct DeadlinesTests {
    @Test func `deadlines and workers are read`() throws {
        let configuration = try Configuration(
            yaml: """
                deadline: 3s
                deadlines: {spam_checker.user_may_join_room: 250ms, third_party_rules.on_new_event: 60s}
                workers: 12
                modules:
                  - {module: m, deadline: 2s}
                  - {module: n, deadline: ~}
                """, file: "")
        #expect(configuration.deadline == .seconds(3))
        #expect(
            configuration.deadlines == [
                "spam_checker.user_may_join_room": .milliseconds(250), "third_party_rules.on_new_event": .seconds(60),
            ])
        #expect(configuration.workers == 12)
        #expect(configuration.modules.map(\.deadline) == [.seconds(2), nil])
    }

    @Test func `left out, a chain has ten seconds`() throws {
        let configuration = try Configuration(yaml: "modules: [{module: m}]", file: "")
        #expect(configuration == Configuration(modules: [ModuleEntry("m", origin: ":1: modules.0")]))
        #expect(configuration.deadline == .seconds(10))
        #expect(configuration.deadlines == [:])
        #expect(configuration.workers == nil)
    }

    private static let durations: [(String, Duration?)] = [
        ("250ms", .milliseconds(250)), ("10s", .seconds(10)), ("1ms", .milliseconds(1)), ("86400s", .seconds(86400)),
        ("86401s", nil), ("0s", .zero), ("-1s", nil), ("1m", nil), ("s", nil), ("ms", nil), ("", nil), ("1.5s", nil),
        ("1 s", nil), ("٣s", nil), ("99999999999999999999s", nil), ("9223372036854775807ms", nil),
    ]

    @Test(arguments: durations) func `a duration has a number and a unit`(text: String, expected: Duration?) {
        #expect(Duration(text: text) == expected)
    }

    private static let unit = "Write it with its unit: 10s or 250ms."
    static let mistakes = [
        Mistake(
            "a number without a unit", "deadline: 10\n",
            "1: deadline: expected a duration, found a number. \(unit) [config.type]"),
        Mistake(
            "no duration", "modules: [{module: m, deadline: soon}]",
            "1: modules.0.deadline: \"soon\" is no duration from 1ms to 86400s. \(unit) [config.value]"),
        Mistake(
            "a deadline of nothing", "deadline: 0s",
            "1: deadline: \"0s\" is no duration from 1ms to 86400s. \(unit) [config.value]"),
        Mistake(
            "an unknown callback",
            "deadlines:\n  spam_checker.user_may_join_rom: 1s\n  spam_checker.user_may_invite: 1\n",
            "2: deadlines.\"spam_checker.user_may_join_rom\": unknown callback. "
                + "Did you mean `spam_checker.user_may_join_room`? [config.unknown-key]",
            "3: deadlines.\"spam_checker.user_may_invite\": expected a duration, found a number. \(unit) [config.type]"),
        Mistake(
            "too few workers", "workers: 1\n",
            "1: workers: 1 is out of range. Write a number from 2 to 1024. [config.value]"),
        Mistake(
            "workers in words", "workers: many\n",
            "1: workers: expected a whole number, found text. Write digits, without quotes. [config.type]"),
    ]

    @Test(arguments: mistakes) func `a mistake in them is told with its line and a cure`(mistake: Mistake) {
        #expect(Mistake.found(in: mistake.yaml) == mistake.problems)
    }

    @Test func `a configuration that is made in Swift is checked when it is loaded`() {
        let configuration = Configuration(
            modules: [ModuleEntry("m", deadline: .zero)], deadline: .seconds(-1),
            deadlines: ["spam_checker.user_may_invit": .seconds(1), "presence_router.get_interested_users": .zero])
        #expect(
            configuration.deadlineMistakes().map(\.description).sorted() == [
                "deadline: a deadline of nothing. Give a duration of at least 1ms. [config.value]",
                "deadlines.presence_router.get_interested_users: a deadline of nothing. "
                    + "Give a duration of at least 1ms. [config.value]",
                "deadlines.spam_checker.user_may_invit: unknown callback. "
                    + "Did you mean `spam_checker.user_may_invite`? [config.unknown-key]",
                "modules.0.deadline: a deadline of nothing. Give a duration of at least 1ms. [config.value]",
            ])
        #expect(throws: Problems.self) { try Gatehouse(configuration) }
    }
}
