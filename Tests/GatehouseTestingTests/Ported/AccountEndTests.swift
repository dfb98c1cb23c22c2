import GatehouseTesting
import Testing

/// `Plugins/account-end`, of the guide *Port a Synapse module*.
struct AccountEndTests {
    private static let expired = "account_validity.is_user_expired"

    @Test func `an account ends at its time, and those that are not listed are left to others`() throws {
        let module = try Built.module(
            "account_end", ["accounts": ["@past:x": 1, "@future:x": 32_503_680_000_000, "@\u{e9}:x": 0]])
        for (user, answer) in [
            ("@past:x", ModuleAnswer.answered(.truth(true))), ("@future:x", .answered(.truth(false))),
            ("@\u{e9}:x", .answered(.truth(true))), ("@other:x", .next),
        ] {
            let call = try module.call(Self.expired, ["user": .string(user)])
            #expect(call.answer == answer, "\(user)")
        }
    }

    @Test func `without a list nobody is known`() throws {
        #expect(try Built.module("account_end", [:]).call(Self.expired, ["user": "@a:x"]).answer == .next)
    }

    @Test func `every mistake is told at its place`() throws {
        let problems = try #require(throws: Problems.self) {
            try Built.module("account_end", ["accounts": ["@a:x": "soon", "b": 1, "@c:x": .number(1.5)], "other": 1])
        }
        let paths = ["accounts.@a:x", "accounts.b", "accounts.@c:x", "other"]
        #expect(problems.list.count == paths.count)
        for path in paths { #expect(problems.list.contains { $0.subject.hasSuffix(".config.\(path)") }, "\(path)") }
    }
}
