import GatehouseTesting
import Testing

/// `Plugins/directory-login`, of the guide *Port a Synapse module*.
struct DirectoryLoginTests {
    /// Of "open sesame".
    private static let hash =
        "$6$gatehouse$J0apGytWoNbSBdgz5r4aWDnf9aOKi2clKhF1Y89eNNYHR0jTjQMwGk3KrbkkBfzvWHUzY30FiFukwJlPeCLtK0"

    private static let config: JSONValue = [
        "server": "example.org",
        "entries": [
            ["uid": "alice", "mail": "Alice@Example.org", "name": "Alice Liddell", "password": .string(hash)],
            ["uid": "Bob", "password": .string(hash)],
        ],
    ]

    private func module(_ homeserver: (any Homeserver)? = nil) throws -> TestedModule {
        try TestedModule("\(Built.folder)/modules/directory_login.so", config: Self.config, homeserver: homeserver)
    }

    private func logIn(_ module: TestedModule, _ name: String) async throws -> TestedCall {
        try await module.call(
            "password_auth_provider.auth_checkers",
            [
                "username": .string(name), "login_type": "m.login.password",
                "login_dict": ["password": "open sesame"],
            ])
    }

    private static let alice = ModuleAnswer.answered(.login(userID: "@alice:example.org", cookie: nil))

    @Test(
        arguments: [
            ("alice", "open sesame", alice), ("@alice:example.org", "open sesame", alice),
            ("alice", "open says me", .next), ("alice", "", .next), ("carol", "open sesame", .next),
            ("@alice:elsewhere.test", "open sesame", .next), ("@alice", "open sesame", .next),
            ("", "open sesame", .next), ("alice", "open sesame\0garbage", .next), ("Alice", "open sesame", alice),
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
            ("email", "", "open sesame", .next), ("email", "ALICE@example.org", "open sesame", alice),
            ("email", "alice@example.org", "open sesame\0", .next),
            ("msisdn", "alice@example.org", "open sesame", .next),
        ])
    func `a mail address of the directory will do as well`(
        medium: String, address: String, password: String, answer: ModuleAnswer
    ) throws {
        let call = try module().call(
            "password_auth_provider.check_3pid_auth",
            ["medium": .string(medium), "address": .string(address), "password": .string(password)])
        #expect(call.answer == answer)
    }

    @Test func `the first login makes the account, and the next one finds it`() async throws {
        let homeserver = InMemoryHomeserver(serverName: "example.org")
        let module = try module(homeserver)
        for _ in 0..<2 { #expect(try await logIn(module, "alice").answer == Self.alice) }
        #expect(try await homeserver.user("@alice:example.org")?.displayName == "Alice Liddell")
        let bob = ModuleAnswer.answered(.login(userID: "@bob:example.org", cookie: nil))
        #expect(try await logIn(module, "Bob").answer == bob)
        #expect(try await homeserver.user("@bob:example.org")?.displayName == "bob")
        #expect(try await logIn(module, "carol").answer == .next)
        #expect(try await homeserver.user("@carol:example.org") == nil)
    }

    @Test func `an account that cannot be made lets nobody in`() async throws {
        let call = try await logIn(module(FullHomeserver(serverName: "example.org")), "alice")
        #expect(call.answer == .failed(.plain("M_RESOURCE_LIMIT_EXCEEDED")))
    }

    @Test func `of two first logins at once the slower one finds the account of the other`() async throws {
        let homeserver = RacedHomeserver(InMemoryHomeserver(serverName: "example.org"))
        #expect(try await logIn(module(homeserver), "alice").answer == Self.alice)
    }

    @Test func `a server that is not the homeserver is refused`() throws {
        let problems = try #require(throws: Problems.self) { try module(InMemoryHomeserver(serverName: "other.org")) }
        #expect(problems.list.map { $0.subject.hasSuffix(".config.server") } == [true])
    }

    @Test func `it checks passwords, and nothing else`() throws {
        #expect(try module().host.gatehouse.loginTypes == ["m.login.password": ["password"]])
    }

    @Test func `every mistake is told at its place`() throws {
        let problems = try #require(throws: Problems.self) {
            try Built.module(
                "directory_login",
                [
                    "entries": [
                        ["uid": "a", "password": "plain"], ["mail": "b@x", "password": "$6$a$b"], 7,
                        ["uid": "a b", "emial": "z", "name": 1, "password": "$6$a$b"],
                        ["uid": "A", "password": "$6$a$b"], ["uid": "c", "password": "$6$salt"],
                        ["uid": "d", "password": "$6$salt$"], ["uid": "e", "password": "$nothing$a$b"],
                    ]
                ])
        }
        let paths = [
            "server", "entries.0.password", "entries.1.uid", "entries.2", "entries.3.uid", "entries.3.emial",
            "entries.3.name", "entries.4.uid", "entries.5.password", "entries.6.password", "entries.7.password",
        ]
        #expect(problems.list.count == paths.count)
        for path in paths { #expect(problems.list.contains { $0.subject.hasSuffix(".config.\(path)") }, "\(path)") }
    }
}
