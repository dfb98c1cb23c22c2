import Gatehouse
import Testing

struct GenericCallTests {
    private let host: Gatehouse

    init() throws { host = try TestModules.host(.houseRules) }

    private func failure(_ name: String, _ arguments: String) -> CallError? {
        do throws(CallError) {
            _ = try host.call(name, arguments: arguments)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ("spam_checker.user_may_invit", "spam_checker.user_may_invite"),
        ("spam_checker.user_may_inviter", "spam_checker.user_may_invite"),
        ("third_party_rule.on_new_event", "third_party_rules.on_new_event"),
        ("user_may_invite", nil), ("", nil), ("spam_checker", nil),
    ])
    func `of a callback that there is not, the nearest name is told`(name: String, near: String?) {
        #expect(failure(name, "{}") == .unknownCallback(name, didYouMean: near))
    }

    @Test func `all mistakes of the arguments are told, with their places`() {
        let arguments = #"{"event": {"sender": 1}, "events": []}"#
        guard case .badArguments(let problems) = failure("spam_checker.check_event_for_spam", arguments) else {
            Issue.record("it was taken")
            return
        }
        #expect(
            problems.map(\.path) == [
                "event.sender", "event.event_id", "event.room_id", "event.room_version", "event.type",
                "event.origin_server_ts", "event.local", "events",
            ])
        #expect(problems.last?.cause == "there is no such argument; did you mean event?")
    }

    @Test(arguments: ["", "{", "nonsense", "{\"user_id\": \"\u{1}\"}", "{} {}", "{\"user_id\": 99999999999999999999}"])
    func `arguments that are no JSON are one mistake of the whole`(text: String) {
        guard case .badArguments(let problems) = failure("presence_router.get_interested_users", text) else {
            Issue.record("it was taken")
            return
        }
        #expect(problems.map(\.path) == [""])
        #expect(problems.first?.cause.hasPrefix("it is not JSON: ") == true)
    }

    @Test func `a call that nobody asked to trace has no trail`() throws {
        let result = try host.call("presence_router.get_interested_users", arguments: #"{"user_id": "@root:x"}"#)
        #expect(result.trail == nil)
        #expect(result.outcome == .answered(.everyone))
        #expect(result.decidedBy == "house_rules")
    }

    @Test(arguments: [
        (CallError.failed(.plain("boom"), module: "m"), "m failed: boom"),
        (
            .failed(.withStatus(status: 429, code: "M_L", message: "slow", fields: JSON([:])), module: "m"),
            "m failed: 429 M_L slow"
        ),
        (.mustWait(module: "m"), "m may make its caller wait; use the asynchronous form"),
        (
            .badArguments([ArgumentProblem(path: "a.b", cause: "x"), ArgumentProblem(path: "", cause: "y")]),
            "arguments: a.b: x; y"
        ),
        (.unknownCallback("a", didYouMean: "b"), "there is no callback a; did you mean b?"),
        (.unknownCallback("a", didYouMean: nil), "there is no callback a"), (.shutDown, "the host is shut down"),
    ])
    func `an error says in words what happened`(error: CallError, words: String) {
        #expect(error.description == words)
    }
}
