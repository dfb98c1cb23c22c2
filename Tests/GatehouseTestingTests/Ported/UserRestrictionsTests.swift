import GatehouseTesting
import Testing

/// `Plugins/user-restrictions`, of the guide *Port a Synapse module*.
struct UserRestrictionsTests {
    private static let config: JSONValue = [
        "rules": [
            ["match": "@bot?:*", "deny": ["invite", "create_room"]],
            ["match": "@*:partner.example", "allow": ["create_room"]],
            ["match": "@*:example.org", "allow": ["invite", "create_room"]],
        ],
        "default_deny": ["invite"],
    ]

    @Test(
        arguments: [
            ("@bot1:example.org", false, false), ("@bot:example.org", true, true), ("@a:example.org", true, true),
            ("@a:partner.example", false, true), ("@a:elsewhere.test", false, true),
            ("@a:example.org.test", false, true),
        ])
    func `the first rule that names the permission decides, else the default`(
        user: String, invites: Bool, creates: Bool
    ) throws {
        let module = try Built.module("user_restrictions", Self.config)
        let user = JSONValue.string(user)
        let invite = try module.call(
            "spam_checker.user_may_invite", ["inviter": user, "invitee": "@b:x", "room_id": "!r:x"])
        #expect(invite.answer == (invites ? .next : .answered(.deny("M_FORBIDDEN"))))
        let room = try module.call("spam_checker.user_may_create_room", ["user_id": user, "room_config": [:]])
        #expect(room.answer == (creates ? .next : .answered(.deny("M_FORBIDDEN"))))
    }

    @Test func `without rules everything is allowed`() throws {
        let module = try Built.module("user_restrictions", [:])
        #expect(module.callbacks == ["spam_checker.user_may_create_room", "spam_checker.user_may_invite"])
        let room = try module.call("spam_checker.user_may_create_room", ["user_id": "@a:x", "room_config": [:]])
        #expect(room.answer == .next)
    }

    @Test func `every mistake is told at its place`() throws {
        let problems = try #require(throws: Problems.self) {
            try Built.module(
                "user_restrictions",
                ["rules": [["match": "*", "allow": ["invite", "ban"]], ["allow": []], 7], "default_deny": "invite"])
        }
        let paths = ["rules.0.allow.1", "rules.1", "rules.2", "default_deny"]
        #expect(problems.list.count == paths.count)
        for path in paths { #expect(problems.list.contains { $0.subject.hasSuffix(".config.\(path)") }, "\(path)") }
    }
}
