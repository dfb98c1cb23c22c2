import GatehouseTesting
import Testing

/// `Plugins/account-end`, of the guide *Port a Synapse module*.
struct AccountEndTests {
    /// 2999.
    private static let farAway: Int64 = 32_472_144_000_000

    private func host(_ config: JSONValue, store: any KeyValueStore = MemoryStore()) throws -> TestedHost {
        let entry = ModuleEntry("account_end", config: config)
        return try TestedHost(
            Configuration(modulePath: Clerk.modules, modules: [entry], allowWritablePaths: true), store: store)
    }

    private func mailing(_ mailbox: String, renewAt: JSONValue = 1, interval: JSONValue = "1h") -> JSONValue {
        [
            "period": "1w", "renew_at": renewAt, "interval": interval, "mailer": .string(mailbox),
            "public_baseurl": "https://matrix.example.org",
        ]
    }

    private func isExpired(_ user: String, _ host: TestedHost) throws -> ModuleAnswer {
        try host.call("account_validity.is_user_expired", ["user": .string(user)]).answer
    }

    private func register(_ user: String, _ host: TestedHost) throws {
        let call = try host.call("account_validity.on_user_registration", ["user": .string(user)])
        #expect(call.answer == .next)
    }

    private func askForMail(_ user: String, _ host: TestedHost) async throws -> ModuleAnswer {
        try await host.call("account_validity.on_legacy_send_mail", ["user_id": .string(user)]).answer
    }

    private func setByAdmin(_ body: String, _ host: TestedHost) throws -> ModuleAnswer {
        let request: JSONValue = ["method": "POST", "uri": "/validity", "body": .string(body)]
        return try host.call("account_validity.on_legacy_admin_request", ["request": request]).answer
    }

    private func renew(_ token: String, _ host: TestedHost) throws -> Renewal? {
        let call = try host.call("account_validity.on_legacy_renew", ["renewal_token": .string(token)])
        if case .answered(.renewal(let renewal)) = call.answer { return renewal }
        return nil
    }

    private func open(_ query: String?, _ host: TestedHost, method: String = "GET") async -> String {
        let path = "/_synapse/client/email_account_validity/renew"
        let request = WebRequest(method: method, path: path, query: query)
        let response = await host.gatehouse.webResources.response(to: request)
        return "\(response?.status ?? 0) \(String(decoding: response?.body ?? [], as: UTF8.self))"
    }

    @Test func `an account ends a period after its registration, also when the host starts anew`() async throws {
        let store = MemoryStore()
        let host = try host(["period": 1], store: store)
        try register("@a:x", host)
        var answer = try isExpired("@a:x", host)
        for _ in 0..<10_000 where answer != .answered(.truth(true)) {
            try await Task.sleep(for: .milliseconds(1))
            answer = try isExpired("@a:x", host)
        }
        #expect(answer == .answered(.truth(true)))
        #expect(try isExpired("@a:x", self.host(["period": "6w"], store: store)) == .answered(.truth(true)))
    }

    @Test func `an account that is older than the module gets an end when it is first used`() throws {
        let store = MemoryStore()
        let host = try host(["period": "6w"], store: store)
        #expect(try isExpired("@old:x", host) == .answered(.truth(false)))
        let key = StoreKey(namespace: "account_end", bytes: Array("user/@old:x".utf8))
        #expect(try store.value(of: key) != nil)
    }

    @Test func `a store that cannot be used locks nobody out, and fails no registration`() throws {
        let host = try host(["period": "6w"], store: BrokenStore())
        try register("@a:x", host)
        #expect(try isExpired("@a:x", host) == .next)
    }

    @Test func `a stored account that is too long to be one is a failure that names it`() throws {
        let store = MemoryStore()
        let key = StoreKey(namespace: "account_end", bytes: Array("user/@a:x".utf8))
        try store.update(key) { $0 = StoredValue(Array(repeating: UInt8(ascii: "a"), count: 600)) }
        let host = try host(["period": "6w"], store: store)
        #expect(try isExpired("@a:x", host) == .next)
        let answer = try setByAdmin(#"{"user_id": "@a:x"}"#, host)
        #expect("\(answer)".contains("user/@a:x"))
    }

    @Test func `a long token in the store stays whole`() throws {
        let store = MemoryStore()
        let key = StoreKey(namespace: "account_end", bytes: Array("user/@a:x".utf8))
        let token = String(repeating: "t", count: 300)
        try store.update(key) { $0 = StoredValue(Array(#"{"expiration_ts": 5, "renewal_token": "\#(token)"}"#.utf8)) }
        try register("@a:x", host(["period": "6w"], store: store))
        let kept = String(decoding: try #require(try store.value(of: key)).bytes, as: UTF8.self)
        #expect(kept.contains(#""renewal_token": "\#(token)", "token_used_ts": 0}"#))
    }

    @Test func `the link of a mail renews once, and the next mail makes it worthless`() async throws {
        let server = try WebServer()
        let host = try host(mailing(Mailbox(server).url))
        try register("@a:x", host)
        #expect(try setByAdmin(#"{"user_id": "@a:x", "expiration_ts": 5}"#, host) == .answered(.number(5)))
        #expect(try isExpired("@a:x", host) == .answered(.truth(true)))
        #expect(try await askForMail("@a:x", host) == .next)
        let mail = try #require(try await Mailbox(server).mails(1).first)
        #expect(mail.user_id == "@a:x" && mail.expiration_ts == 5)
        let link = "https://matrix.example.org/_synapse/client/email_account_validity/renew?token="
        #expect(mail.url == link + mail.token)

        #expect(await open("token=\(mail.token)", host).contains("Your account is renewed."))
        #expect(try isExpired("@a:x", host) == .answered(.truth(false)))
        #expect(await open("token=\(mail.token)", host).contains("This link has been used."))
        let stale = try #require(try renew(mail.token, host))
        #expect(!stale.isValid && stale.isStale && stale.expiration > 5)

        #expect(try await askForMail("@a:x", host) == .next)
        let next = try #require(try await Mailbox(server).mails(2).last)
        #expect(await open("token=\(mail.token)", host).hasPrefix("404 "))
        let renewal = try #require(try renew(next.token, host))
        #expect(renewal.isValid && !renewal.isStale && renewal.expiration >= stale.expiration)
    }

    @Test func `a second mail has the link of the first, until it is used`() async throws {
        let server = try WebServer()
        let host = try host(mailing(Mailbox(server).url))
        try register("@a:x", host)
        for _ in 0..<2 { #expect(try await askForMail("@a:x", host) == .next) }
        let mails = try await Mailbox(server).mails(2)
        #expect(mails.count == 2 && mails.first == mails.last)
        #expect(try renew(mails.first?.token ?? "", host)?.isValid == true)
    }

    @Test func `a link without a token that is known renews nothing`() async throws {
        let host = try host(["period": "6w"])
        for query in [
            "token=", "token=\(String(repeating: "0", count: 32))", "token=\(String(repeating: "a", count: 900))",
        ] {
            #expect(await open(query, host).hasPrefix("404 "), "\(query)")
        }
        #expect(await open(nil, host).hasPrefix("400 "))
        #expect(await open("token=a", host, method: "POST").hasPrefix("405 "))
        let renewal = try #require(try renew("a", host))
        #expect(!renewal.isValid && !renewal.isStale && renewal.expiration == 0)
    }

    @Test func `who is about to expire is told, once`() async throws {
        let server = try WebServer()
        let mailbox = Mailbox(server)
        let host = try host(mailing(mailbox.url, renewAt: "2w", interval: 1))
        for (count, user) in ["@a:x", "@b:x", "@c:x"].enumerated() {
            try register(user, host)
            #expect(try await mailbox.mails(count + 1).last?.user_id == user)
        }
        let mails = try await mailbox.mails(3)
        #expect(mails.map(\.user_id) == ["@a:x", "@b:x", "@c:x"])
        #expect(Set(mails.map(\.token)).count == 3)
    }

    @Test func `who is about to expire is told behind hundreds who are not`() async throws {
        let server = try WebServer()
        let mailbox = Mailbox(server)
        let store = MemoryStore()
        let far = #"{"expiration_ts": \#(Self.farAway)}"#
        for number in 100..<420 {
            let key = StoreKey(namespace: "account_end", bytes: Array("user/@\(number):x".utf8))
            try store.update(key) { $0 = StoredValue(Array(far.utf8)) }
        }
        let host = try host(mailing(mailbox.url, renewAt: "2w", interval: 1), store: store)
        try register("@z:x", host)
        #expect(try await mailbox.mails(1).map(\.user_id) == ["@z:x"])
    }

    @Test func `an account that cannot be read keeps no mail from those behind it`() async throws {
        let server = try WebServer()
        let store = MemoryStore()
        let key = StoreKey(namespace: "account_end", bytes: Array("user/@a:x".utf8))
        try store.update(key) { $0 = StoredValue(Array(repeating: UInt8(ascii: "a"), count: 600)) }
        let host = try host(mailing(Mailbox(server).url, renewAt: "2w", interval: 1), store: store)
        try register("@b:x", host)
        #expect(try await Mailbox(server).mails(1).map(\.user_id) == ["@b:x"])
    }

    @Test func `an administrator may spare a user the mails`() async throws {
        let server = try WebServer()
        let host = try host(mailing(Mailbox(server).url, renewAt: "2w", interval: 1))
        let quiet = #"{"user_id": "@a:x", "expiration_ts": 5, "enable_renewal_emails": false}"#
        #expect(try setByAdmin(quiet, host) == .answered(.number(5)))
        try register("@b:x", host)
        #expect(try await Mailbox(server).mails(1).map(\.user_id) == ["@b:x"])
    }

    @Test func `a mail that the mailer does not take is a failure`() async throws {
        let server = try WebServer()
        let host = try host(mailing(server.url("/teapot")))
        try register("@a:x", host)
        #expect(try await askForMail("@a:x", host) == .failed(.plain("the mailer answers with a failure")))
    }

    @Test func `without a mailer nobody gets a mail`() async throws {
        guard case .failed(.withStatus(403, _, _, _)) = try await askForMail("@a:x", host(["period": "6w"])) else {
            Issue.record("it sends a mail")
            return
        }
    }

    @Test func `who is older than the module and asks for a mail first gets an end with it`() async throws {
        let server = try WebServer()
        let host = try host(mailing(Mailbox(server).url))
        #expect(try await askForMail("@old:x", host) == .next)
        let mail = try #require(try await Mailbox(server).mails(1).first)
        #expect(mail.user_id == "@old:x" && mail.expiration_ts > 0)
        #expect(try renew(mail.token, host)?.isValid == true)
    }

    @Test func `an administrator renews, and says until when`() throws {
        let host = try host(["period": "6w"])
        let far = Self.farAway
        #expect(try setByAdmin(#"{"user_id": "@a:x", "expiration_ts": \#(far)}"#, host) == .answered(.number(far)))
        #expect(try isExpired("@a:x", host) == .answered(.truth(false)))
        #expect(try setByAdmin(#"{"user_id": "@a:x", "expiration_ts": 0}"#, host) == .answered(.number(0)))
        #expect(try isExpired("@a:x", host) == .answered(.truth(true)))
        guard case .answered(.number) = try setByAdmin(#"{"user_id": "@a:x", "expiration_ts": null}"#, host) else {
            Issue.record("it gives no end")
            return
        }
        #expect(try isExpired("@a:x", host) == .answered(.truth(false)))
    }

    @Test(arguments: [
        "", "[]", "{}", #"{"user_id": 1}"#, #"{"user_id": "@a:x", "expiration_ts": "soon"}"#,
        #"{"user_id": "@a:x", "expiration_ts": -1}"#, #"{"user_id": "a:x"}"#, #"{"user_id": "@a"}"#,
        #"{"user_id": "@\#(String(repeating: "a", count: 253)):x"}"#,
    ])
    func `what is no request of an administrator is refused`(body: String) throws {
        guard case .failed(.withStatus(400, _, _, _)) = try setByAdmin(body, host(["period": "6w"])) else {
            Issue.record("it takes \(body)")
            return
        }
    }

    @Test(
        arguments: [
            ([:], ["period"]), (["period": "soon"], ["period"]), (["period": "0"], ["period"]),
            (["period": "99999999999y"], ["period"]), (["period": "6w", "perod": 1], ["perod"]),
            (["period": "6w", "mailer": "mail"], ["mailer", "public_baseurl", "renew_at"]),
            (["period": "6w", "renew_at": "1w"], ["renew_at"]),
            (["period": -1, "renew_at": "1 w", "interval": []], ["period", "renew_at", "interval"]),
        ] as [(JSONValue, [String])])
    func `every mistake is told at its place`(config: JSONValue, paths: [String]) throws {
        let problems = try #require(throws: Problems.self) { try host(config) }
        #expect(problems.list.count == paths.count)
        for path in paths { #expect(problems.list.contains { $0.subject.hasSuffix(".config.\(path)") }, "\(path)") }
    }
}
