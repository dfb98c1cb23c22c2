import JSONText
import Testing

/// An answer of a module, and what `gatehouse call` makes of it.
struct CallCase: CustomTestStringConvertible, Sendable {
    let callback: String
    let answer: JSONValue
    let printed: JSONValue
    let status: Int32

    var testDescription: String { "\(callback) \(answer)" }

    init(_ callback: String, _ answer: JSONValue, _ printed: JSONValue, _ status: Int32) {
        (self.callback, self.answer, self.printed, self.status) = (callback, answer, printed, status)
    }
}

struct CallCommandTests {
    private static let invite = "spam_checker.user_may_invite"
    private static let inviting = #"{"inviter": "@a:x", "invitee": "@b:x", "room_id": "!r"}"#
    private static let arguments = [
        invite: inviting, "presence_router.get_interested_users": #"{"user_id": "@a:x"}"#,
        "third_party_rules.check_can_deactivate_user": #"{"user_id": "@a:x", "by_admin": false}"#,
        "spam_checker.check_registration_for_spam": #"{"request_info": []}"#,
        "third_party_rules.on_create_room": """
        {"requester": {"user": "@a:x", "is_guest": false, "scope": [], "shadow_banned": false},
        "request_content": {"name": "R"}, "is_requester_admin": false}
        """,
    ]

    private static let cases = [
        CallCase(invite, ["allow": true], ["outcome": "next", "decided_by": .null], 0),
        CallCase(
            invite, ["deny": true],
            ["outcome": "answered", "deny_code": "M_FORBIDDEN", "extra": [:], "decided_by": "m"], 1),
        CallCase(
            invite, ["deny_code": "M_X", "extra": ["error": "no"]],
            ["outcome": "answered", "deny_code": "M_X", "extra": ["error": "no"], "decided_by": "m"], 1),
        CallCase(invite, ["fail": "boom"], ["outcome": "failed", "fail": "boom", "decided_by": "m"], 1),
        CallCase(
            invite, ["synapse_error": ["status": 429, "code": "M_L", "msg": "slow", "fields": ["retry_after_ms": 1]]],
            [
                "outcome": "failed", "decided_by": "m",
                "synapse_error": ["status": 429, "code": "M_L", "msg": "slow", "fields": ["retry_after_ms": 1]],
            ], 1),
        CallCase(
            "third_party_rules.check_can_deactivate_user", ["deny": true],
            ["outcome": "answered", "deny": true, "decided_by": "m"], 1),
        CallCase(
            "third_party_rules.check_can_deactivate_user", ["fail": "boom"],
            ["outcome": "next", "decided_by": .null], 0),
        CallCase(
            "spam_checker.check_registration_for_spam", ["shadow_ban": true],
            ["outcome": "answered", "shadow_ban": true, "decided_by": "m"], 1),
        CallCase(
            "presence_router.get_interested_users", ["users": ["@c", "@b"]],
            ["outcome": "answered", "users": ["@b", "@c"], "decided_by": "m"], 0),
        CallCase(
            "presence_router.get_interested_users", ["all_users": true],
            ["outcome": "answered", "all_users": true, "decided_by": "m"], 0),
        CallCase(
            "third_party_rules.on_create_room", ["rewrite": ["name": "S"]],
            ["outcome": "answered", "rewrite": ["name": "S"], "decided_by": "m"], 0),
    ]

    @Test(arguments: cases)
    func `a call prints its outcome and who decided, and ends with 1 when that objects`(call: CallCase) throws {
        let scene = try Scene(.scripted("m", call.callback, call.answer))
        let arguments = try #require(Self.arguments[call.callback])
        let ending = try scene.run("call", call.callback, "--arguments", arguments)
        #expect(ending.status == call.status)
        #expect(try ending.json() == call.printed)
        #expect(ending.outputLines.count == 1)
    }

    @Test func `a call may come from a process of the homeserver`() throws {
        let scene = try Scene(["module": "processes"])
        let arguments = #"{"user_id": "@a:x", "room_id": "!r:x", "is_invited": false}"#
        for (name, isMain) in [("master", true), ("worker1", false)] {
            let ending = try scene.run(
                "call", "spam_checker.user_may_join_room", "--arguments", arguments, "--process", name)
            let extra: JSONValue = ["process": .string(name), "is_from_main": .bool(isMain)]
            #expect(try ending.json()[member: "extra"] == extra)
        }
    }

    @Test func `a failure that is only logged is logged`() throws {
        let callback = "third_party_rules.check_can_deactivate_user"
        let scene = try Scene(.scripted("m", callback, ["fail": "boom"]), .scripted("n", callback, ["invalid": true]))
        let arguments = try #require(Self.arguments[callback])
        let ending = try scene.run("call", callback, "--arguments", arguments)
        #expect(ending.errorLines.count == 2)
        #expect(ending.errors.contains("m: failure in \(callback): boom"))
        #expect(ending.errors.contains("n: invalid answer in \(callback): it says answered, and gave no answer"))
    }

    @Test func `an explanation tells who was asked, and which rule held`() throws {
        let scene = try Scene(
            .scripted("a", Self.invite, ["allow": true]), .scripted("b", Self.invite, ["fail": "boom"]),
            .scripted("c", Self.invite, ["deny": true]))
        let ending = try scene.run("call", Self.invite, "--arguments", Self.inviting, "--explain", "--json")
        #expect(ending.status == 1)
        let json = try ending.json()
        #expect(json.keys == ["outcome", "fail", "decided_by", "trail", "held"])
        #expect(json[member: "held"] == "failure: propagate")
        let trail = json[member: "trail"]?.items ?? []
        #expect(trail.map { $0[member: "module"] } == ["a", "b"])
        #expect(trail.map { $0[member: "outcome"] } == ["next", "failed"])
        #expect(trail.map { $0[member: "message"] } == [nil, "boom"])
        #expect(trail.allSatisfy { Int64($0[member: "nanoseconds"]?.text ?? "") ?? -1 >= 0 })
    }

    private static let held: [(JSONValue, String)] = [
        (["allow": true], "rule: first that objects"), (["invalid": true], "invalid answer: deny"),
    ]

    @Test(arguments: held)
    func `the rule that held is named`(answer: JSONValue, held: String) throws {
        let scene = try Scene(.scripted("a", Self.invite, answer))
        let ending = try scene.run("call", Self.invite, "--arguments", Self.inviting, "--explain")
        #expect(try ending.json()[member: "held"] == .string(held))
    }

    @Test func `the chain that follows is asked on demand`() throws {
        let scene = try Scene(
            .scripted("a", "spam_checker.federated_user_may_invite", ["allow": true]),
            .scripted("b", Self.invite, ["deny_code": "M_X"]))
        let event = """
            {"event": {"event_id": "$1", "room_id": "!r", "room_version": "10", "sender": "@a:x", "local": false,
            "type": "m.room.member", "state_key": "@b:x", "origin_server_ts": 1}}
            """
        let arguments = ["call", "spam_checker.federated_user_may_invite", "--arguments", event, "--explain"]
        let alone = try Tool.run(arguments, in: scene.folder.path)
        #expect(alone.status == 0)
        #expect(try alone.json()[member: "decided_by"] == .null)
        let both = try Tool.run(arguments + ["--follow"], in: scene.folder.path)
        #expect(both.status == 1)
        #expect(try both.json()[member: "decided_by"] == "b")
        #expect(try both.json()[member: "trail"]?.items.map { $0[member: "module"] } == ["a", "b"])
    }

    @Test func `a module without flags is asked too`() throws {
        let scene = try Scene(["module": "patient"], .scripted("m", Self.invite, ["deny_code": "M_X"]))
        let ending = try scene.run("call", Self.invite, "--arguments", Self.inviting, "--explain")
        #expect(try ending.json()[member: "trail"]?.items.map { $0[member: "module"] } == ["patient", "m"])
    }
}
