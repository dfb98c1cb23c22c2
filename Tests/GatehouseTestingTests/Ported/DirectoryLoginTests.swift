import GatehouseTesting
import Testing

/// `Plugins/directory-login`, of the guide *Port a Synapse module*.
struct DirectoryLoginTests {
    /// Of "open sesame".
    private static let hash =
        "$6$gatehouse$J0apGytWoNbSBdgz5r4aWDnf9aOKi2clKhF1Y89eNNYHR0jTjQMwGk3KrbkkBfzvWHUzY30FiFukwJlPeCLtK0"

    private func module() throws -> TestedModule {
        let alice: JSONValue = ["uid": "alice", "mail": "alice@example.org", "password": .string(Self.hash)]
        let bob: JSONValue = ["uid": "bob", "password": .string(Self.hash)]
        return try Built.module("directory_login", ["server": "example.org", "entries": [alice, bob]])
    }

    private static let alice = ModuleAnswer.answered(.login(userID: "@alice:example.org", cookie: nil))

    @Test(
        arguments: [
            ("alice", "open sesame", alice), ("@alice:example.org", "open sesame", alice),
            ("alice", "open says me", .next), ("alice", "", .next), ("carol", "open sesame", .next),
            ("@alice:elsewhere.test", "open sesame", .next), ("@alice", "open sesame", .next),
            ("", "open sesame", .next),
        ])
    func `a user of this server logs in with the right password`(
        name: String, password: String, answer: ModuleAnswer
    ) throws {
        let call = try module().call(
            "password_auth_provider.auth_checkers",
            [
                "username": .string(name), "login_type": "m.login.password",
                "login_dict": ["password": .string(password)],
            ])
        #expect(call.answer == answer)
    }

    @Test(
        arguments: [
            ("email", "alice@example.org", "open sesame", alice), ("email", "alice@example.org", "x", .next),
            ("email", "", "open sesame", .next), ("msisdn", "alice@example.org", "open sesame", .next),
        ])
    func `a mail address of the directory will do as well`(
        medium: String, address: String, password: String, answer: ModuleAnswer
    ) throws {
        let call = try module().call(
            "password_auth_provider.check_3pid_auth",
            ["medium": .string(medium), "address": .string(address), "password": .string(password)])
        #expect(call.answer == answer)
    }

    @Test func `it checks passwords, and nothing else`() throws {
        #expect(try module().host.gatehouse.loginTypes == ["m.login.password": ["password"]])
    }

    @Test func `every mistake is told at its place`() throws {
        let problems = try #require(throws: Problems.self) {
            try Built.module("directory_login", ["entries": [["uid": "a", "password": "plain"], ["mail": "b@x"]]])
        }
        let paths = ["server", "entries.0.password", "entries.1"]
        #expect(problems.list.count == paths.count)
        for path in paths { #expect(problems.list.contains { $0.subject.hasSuffix(".config.\(path)") }, "\(path)") }
    }
}
