import GatehouseTesting
import Testing

/// `Plugins/user-restrictions`, of the guide *Port a Synapse module*.
struct UserRestrictionsTests {
    private static let config: JSONValue = [
        "rules": [
            ["match": "@bot.:.*", "deny": ["invite", "create_room"]],
            ["match": #"@.*:partner\.example"#, "allow": ["create_room"]],
            ["match": #"@[a-z]+:(example|other)\.org"#, "allow": ["invite", "create_room"], "deny": ["invite"]],
        ],
        "default_deny": ["invite"],
    ]

    private func mayInvite(_ module: TestedModule, _ user: String) throws -> Bool {
        let call = try module.call(
            "spam_checker.user_may_invite", ["inviter": .string(user), "invitee": "@b:x", "room_id": "!r:x"])
        #expect(call.answer == .next || call.answer == .answered(.deny("M_FORBIDDEN")))
        return call.answer == .next
    }

    @Test(
        arguments: [
            ("@bot1:example.org", false, false), ("@bot:example.org", true, true), ("@a:other.org", true, true),
            ("@a:partner.example", false, true), ("@a:elsewhere.test", false, true),
            ("@a:example.org.test", false, true), ("@bot\u{fc}:example.org", false, false),
        ])
    func `the first rule that names the permission decides, else the default`(
        user: String, invites: Bool, creates: Bool
    ) throws {
        let module = try Built.module("user_restrictions", Self.config)
        #expect(try mayInvite(module, user) == invites)
        let room = try module.call(
            "spam_checker.user_may_create_room", ["user_id": .string(user), "room_config": [:]])
        #expect(room.answer == (creates ? .next : .answered(.deny("M_FORBIDDEN"))))
    }

    @Test func `without rules everything is allowed`() throws {
        let module = try Built.module("user_restrictions", [:])
        #expect(module.callbacks == ["spam_checker.user_may_create_room", "spam_checker.user_may_invite"])
        let room = try module.call("spam_checker.user_may_create_room", ["user_id": "@a:x", "room_config": [:]])
        #expect(room.answer == .next)
    }

    /// What Python's `re.fullmatch` makes of them.
    @Test(
        arguments: [
            ("@a.*", "@abc", true), ("@a", "@ab", false), ("b", "ab", false), ("@a.b", "@a\u{fc}b", true),
            ("a|bc", "bc", true), ("a|bc", "ac", false), ("(a|b)c", "ac", true), ("(?:ab)+", "abab", true),
            ("(?P<name>ab)?", "", true), ("a{2}", "aa", true), ("a{2,}", "a", false), ("a{0,2}", "aaa", false),
            ("a{1,2}", "aa", true), (#"a\{,3}"#, "a{,3}", true), ("[{,3}]", ",", true), ("[^]{,3}]", "3", false),
            ("a{", "a{", true), ("a{x}", "a{x}", true), ("a*?b+?c??", "aabb", true),
            ("[a-c]", "b", true), ("[^a-c]", "b", false), ("[^a-c]", "\u{fc}", true), ("[]a]", "]", true),
            ("[a-]", "-", true), (#"[\]\d]"#, "7", true), (#"\d\D\w\W\s\S"#, "1a_: x", true), (#"\."#, "a", false),
            ("^a$", "a", true), ("a^", "a", false), ("$|a", "a", true), ("(a*)*", "", true), ("(^|a)*b", "aab", true),
            (".", "\n", false), ("", "", true), ("", "a", false),
        ])
    func `an expression is what it is in Python, and all of the user id has to fit`(
        expression: String, user: String, fits: Bool
    ) throws {
        let rule: JSONValue = ["match": .string(expression), "deny": ["invite"]]
        #expect(try mayInvite(Built.module("user_restrictions", ["rules": [rule]]), user) == !fits)
    }

    /// A search that goes back does not come back from any of them.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [".*a.*a.*a.*a.*a.*a.*a.*a.*a.*a.*b", "(a*)*b", "(a|a|aa)*b", "(.?){300}a{200}b", "((a+)+)+b"])
    func `no expression takes long, whatever the user id`(expression: String) throws {
        let user = "@" + String(repeating: "a", count: 245) + ":x"
        let rule: JSONValue = ["match": .string(expression), "deny": ["invite"]]
        #expect(try mayInvite(Built.module("user_restrictions", ["rules": [rule]]), user))
    }

    @Test(
        arguments: [
            "(", ")", "[", "[a", "[z-a]", #"[a-\d]"#, "*", "a**", "a++", "a{2}{3}", #"(a)\1"#, "(?=a)", "(?!a)", #"a\"#,
            "a{3,2}", "a{1001}", "((a{30}){30}){30}", "a{,3}", "a{,}", #"\\{,3}"#, "[]a]{,3}", "({{,3})",
        ])
    func `an expression that is none, or needs going back, is refused`(expression: String) throws {
        let problems = try #require(throws: Problems.self) {
            try Built.module("user_restrictions", ["rules": [["match": .string(expression)]]])
        }
        #expect(problems.list.map { $0.subject.hasSuffix(".config.rules.0.match") } == [true])
    }

    @Test func `a count without a beginning is refused with what to write`() throws {
        let problems = try #require(throws: Problems.self) {
            try Built.module("user_restrictions", ["rules": [["match": "@a{,3}:x"]]])
        }
        #expect(problems.list.map { $0.cause.contains("write {0,3} instead of {,3}") } == [true])
    }

    @Test func `a default that is left blank denies nothing`() throws {
        #expect(try mayInvite(Built.module("user_restrictions", ["default_deny": .null]), "@a:x"))
    }

    @Test func `every mistake is told at its place`() throws {
        let problems = try #require(throws: Problems.self) {
            try Built.module(
                "user_restrictions",
                [
                    "rules": [
                        ["match": ".*", "allow": ["invite", "ban"]], ["allow": []], 7,
                        ["match": ".*", "alow": ["invite"]], ["match": 1, "deny": "invite"],
                    ], "default_deny": "invite", "rule": [],
                ])
        }
        let paths = [
            "rules.0.allow.1", "rules.1.match", "rules.2", "rules.3.alow", "rules.4.match", "rules.4.deny",
            "default_deny", "rule",
        ]
        #expect(problems.list.count == paths.count)
        for path in paths { #expect(problems.list.contains { $0.subject.hasSuffix(".config.\(path)") }, "\(path)") }
    }
}
