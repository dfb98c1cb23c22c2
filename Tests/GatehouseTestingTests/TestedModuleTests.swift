import GatehouseTesting
import Testing

struct TestedModuleTests {
    private let join = "spam_checker.user_may_join_room"
    private let joining: JSONValue = ["user_id": "@evil1:orchard.test", "room_id": "!r:x", "is_invited": false]

    private func called(_ answer: JSONValue) throws -> TestedCall {
        try Built.scripted(join, answer).call(join, joining)
    }

    @Test func `an answer is a value that can be compared`() throws {
        let call = try called(["deny_code": "M_X", "extra": ["error": "no", "n": 1]])
        #expect(call.answer == .answered(.deny("M_X", ["n": 1, "error": "no"])))
        #expect(call.outcome == .answered(.deny("M_X", ["error": "no", "n": 1])))
        #expect(call.description == #"{"outcome":"answered","deny_code":"M_X","extra":{"error":"no","n":1}}"#)
    }

    @Test func `what the module said is told from what the rules made of it`() throws {
        let denied = try called(["deny": true])
        #expect(denied.answer == .answered(.denial))
        #expect(denied.outcome == .answered(.deny("M_FORBIDDEN")))
        let passed = try called(["allow": true])
        #expect(passed.answer == .next && passed.outcome == .next)
        let invalid = try called(["invalid": true])
        #expect(invalid.answer == .invalid("it says answered, and gave no answer"))
        #expect(invalid.outcome == .answered(.deny("M_FORBIDDEN")))
    }

    @Test func `a failure is an answer, and stands in the log`() throws {
        let call = try called(["fail": "boom"])
        #expect(call.answer == .failed(.plain("boom")))
        #expect(call.log == [LogLine(.warning, "scripted: failure in \(join): boom", module: "scripted")])
        #expect(call.log.first?.description == "warning: scripted: failure in \(join): boom [scripted]")
    }

    @Test func `the trail says who was asked`() throws {
        let call = try called(["allow": true])
        #expect(call.trail.map(\.module) == ["scripted"])
        #expect(call.trail.map(\.outcome) == ["next"])
    }

    @Test func `a callback that the module leaves out is not asked`() throws {
        let module = try Built.scripted(join, ["deny": true])
        #expect(module.callbacks == [join])
        let call = try module.call(
            "spam_checker.user_may_invite", ["inviter": "@a:x", "invitee": "@b:x", "room_id": "!r:x"])
        #expect(call.answer == .notAsked)
        #expect(call.outcome == .next && call.trail.isEmpty)
    }

    @Test func `objects are compared by value`() throws {
        let module = try Built.scripted("third_party_rules.on_create_room", ["rewrite": ["name": "B"]])
        let call = try module.call(
            "third_party_rules.on_create_room",
            [
                "requester": ["user": "@a:x", "is_guest": false, "scope": [], "shadow_banned": false],
                "request_content": ["name": "A"], "is_requester_admin": false,
            ])
        #expect(call.answer == .answered(.object(["name": "B"])))
    }

    @Test func `every mistake in the configuration is thrown, with its key path`() throws {
        let problems = try #require(throws: Problems.self) {
            try Built.module("list_spam_checker", ["evil_users": ["@a:x", 1], "colour": "red"])
        }
        #expect(problems.list.map(\.code) == ["module.configure.refused", "module.configure.refused"])
        let paths = problems.list.map(\.subject)
        #expect(paths.contains { $0.hasSuffix("config.evil_users.1") })
        #expect(paths.contains { $0.hasSuffix("config.colour") })
    }

    @Test func `wrong calls are thrown`() throws {
        let module = try Built.module("list_spam_checker", [:])
        #expect(throws: CallError.unknownCallback("\(join)m", didYouMean: join)) { try module.call("\(join)m", [:]) }
        #expect(throws: CallError.badArguments([ArgumentProblem(path: "user_id", cause: "it is missing")])) {
            try module.call(join, ["room_id": "!r:x", "is_invited": true])
        }
    }

    @Test func `a file that is not there is a problem`() {
        #expect(throws: Problems.self) { try TestedModule("no_such_file.so") }
    }
}
