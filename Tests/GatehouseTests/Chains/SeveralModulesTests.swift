import Gatehouse
import Testing

/// Chains of several modules: who was asked, in which order, and what came of it.
struct SeveralModulesTests {
    private struct Asked: Equatable {
        let module: String
        let outcome: String
        var message: String?
    }

    private func ask(_ name: String, _ answers: [JSONValue]) throws -> (result: CallResult, asked: [Asked]) {
        let names = ["a", "b", "c", "d", "e"]
        let host = try TestModules.host(zip(names, answers).map { .scripted($0, name, $1) })
        defer { host.shutDown() }
        let call = try TypedCall.named(name)
        let result = try host.call(name, arguments: call.arguments.text, traced: true)
        let trail = try #require(result.trail)
        #expect(trail.allSatisfy { $0.duration >= .zero })
        return (result, trail.map { Asked(module: $0.module, outcome: $0.outcome, message: $0.message) })
    }

    @Test func `the first that objects decides, and nobody after it is asked`() throws {
        let (result, asked) = try ask(
            "spam_checker.user_may_invite", [["allow": true], ["deny_code": "M_B"], ["deny_code": "M_C"]])
        #expect(result.outcome == .answered(.denialWithCode("M_B", fields: JSON([:]))))
        #expect(result.decidedBy == "b")
        #expect(result.held == .rule(.firstObjection))
        #expect(asked == [Asked(module: "a", outcome: "next"), Asked(module: "b", outcome: "answered")])
    }

    @Test func `a failure that is handed on ends the chain`() throws {
        let (result, asked) = try ask(
            "spam_checker.user_may_invite", [["allow": true], ["fail": "boom"], ["deny": true]])
        #expect(result.outcome == .failed(.plain("boom")))
        #expect(result.decidedBy == "b")
        #expect(result.held == .failure(.propagate))
        #expect(
            asked == [
                Asked(module: "a", outcome: "next"), Asked(module: "b", outcome: "failed", message: "boom"),
            ])
    }

    @Test func `a failure that is only logged is passed over, and so is an invalid answer`() throws {
        let (result, asked) = try ask(
            "third_party_rules.check_can_deactivate_user",
            [["fail": "boom"], ["invalid": true], ["allow": true], ["deny": true], ["deny": true]])
        #expect(result.outcome == .answered(.denial))
        #expect(result.decidedBy == "d")
        #expect(
            asked == [
                Asked(module: "a", outcome: "failed", message: "boom"),
                Asked(module: "b", outcome: "invalid", message: "it says answered, and gave no answer"),
                Asked(module: "c", outcome: "next"), Asked(module: "d", outcome: "answered"),
            ])
    }

    @Test func `an invalid answer that denies says by which rule`() throws {
        let (result, asked) = try ask("spam_checker.user_may_join_room", [["invalid": true], ["allow": true]])
        #expect(result.outcome == .answered(.denialWithCode("M_FORBIDDEN", fields: JSON([:]))))
        #expect(result.held == .invalidAnswer(.deny))
        #expect(asked.map(\.module) == ["a"])
    }

    @Test func `all are told, whatever one of them does`() throws {
        let (result, asked) = try ask(
            "third_party_rules.on_new_event", [["allow": true], ["fail": "x"], ["invalid": true], ["allow": true]])
        #expect(result.outcome == .next)
        #expect(result.decidedBy == nil)
        #expect(asked.map(\.module) == ["a", "b", "c", "d"])
        #expect(asked.map(\.outcome) == ["next", "failed", "invalid", "next"])
    }

    @Test func `each sees what the ones before made of a request`() throws {
        let (result, asked) = try ask(
            "third_party_rules.on_create_room",
            [
                ["rewrite": ["name": "B", "topic": "t"]], ["allow": true], ["append_state": ["type": "one"]],
                ["invalid": true], ["rewrite": ["name": "D"], "append_state": ["type": "two"]],
            ])
        let request: JSONValue = ["name": "D", "topic": "t", "initial_state": [["type": "one"], ["type": "two"]]]
        #expect(result.outcome == .answered(.object(JSON(request))))
        #expect(result.decidedBy == "e")
        #expect(asked.map(\.outcome) == ["answered", "next", "answered", "invalid", "answered"])
    }

    @Test func `a module later in the chain is handed the rewritten request`() throws {
        let witness = Witness()
        let host = try TestModules.host(
            .scripted("a", "third_party_rules.on_create_room", ["rewrite": ["name": "A"]]), witness.module)
        defer { host.shutDown() }
        let request = try host.thirdPartyRules.onCreateRoom(
            requester: Requester(user: "@a:x.org"), requestContent: JSON(["name": "R"]), isRequesterAdmin: false)
        #expect(request == JSON(["name": "A"]))
        let line = try #require(witness.calls.first)
        #expect(line.hasSuffix(#" request_content={"name":"A"} is_requester_admin=no"#), "\(line)")
    }

    @Test func `a request that one refuses is refused, whatever was made of it before`() throws {
        let (result, asked) = try ask(
            "third_party_rules.on_create_room",
            [["rewrite": ["name": "A"]], ["fail": "no"], ["rewrite": ["name": "C"]]])
        #expect(result.held == .failure(.deny403))
        #expect(result.decidedBy == "b")
        #expect(asked.map(\.module) == ["a", "b"])
    }

    @Test func `the same module listed twice is asked twice`() throws {
        let (one, two) = (Witness(), Witness())
        let host = try TestModules.host(
            ModuleEntry("witness", name: "one", config: ["file": .string(one.path)]),
            ModuleEntry("witness", name: "two", config: ["file": .string(two.path)]))
        defer { host.shutDown() }
        _ = try host.presenceRouter.getInterestedUsers(userID: "@a")
        #expect([one.calls, two.calls].map(\.count) == [1, 1])
        #expect(host.instances.map(\.name) == ["one", "two"])
    }
}
