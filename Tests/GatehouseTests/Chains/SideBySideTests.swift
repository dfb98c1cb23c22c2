import Gatehouse
import Testing

/// What is decided when chains are built: who may stand beside whom, and who is asked.
struct SideBySideTests {
    private static let login = "password_auth_provider.auth_checkers"
    private static let renew = "account_validity.on_legacy_renew"
    private static let update = "background_update_controller.on_update"
    private static let step = #"{"update_name": "u", "database_name": "master", "one_shot": false}"#

    private func problems(_ modules: ModuleEntry...) throws -> Problems {
        try #require(throws: Problems.self) { try TestModules.host(modules) }
    }

    @Test func `two modules with different fields for one login type are refused`() throws {
        let found = try problems(.houseRules, .scripted("other", Self.login, ["allow": true]))
        #expect(found.list.map(\.code) == ["module.configure.login-fields"])
        #expect(found.list.first?.subject == "modules.1 (other)")
        #expect(
            found.list.first?.cause
                == "it checks logins of the type org.example.key with the fields password, and "
                + "modules.0 (house_rules) does with key")
    }

    @Test func `only modules that check a login type are asked for it`() async throws {
        let host = try TestModules.host(.scripted("both", Self.login, ["allow": true]), .patient("password"))
        defer { host.shutDown() }
        #expect(host.loginTypes == ["m.login.password": ["password"], "org.example.key": ["password"]])
        for (type, asked) in [
            ("m.login.password", ["both", "password"]), ("org.example.key", ["both"]), ("m.login.token", []),
        ] {
            let arguments: JSONValue = ["username": "a", "login_type": .string(type), "login_dict": [:]]
            let result = try await host.call(Self.login, arguments: arguments.text, traced: true)
            #expect(result.trail?.map(\.module) == asked)
            #expect(result.outcome == .next)
        }
    }

    @Test func `a second module in a callback that one alone may have is refused`() throws {
        let found = try problems(
            .scripted("one", Self.renew, ["allow": true]), .scripted("two", Self.renew, ["allow": true]),
            .patient("three", isLegacy: true))
        #expect(found.list.map(\.code) == ["module.configure.exclusive", "module.configure.exclusive"])
        #expect(found.list.map(\.subject) == ["modules.1 (two)", "modules.2 (three)"])
    }

    @Test func `the first controller of updates owns them as a whole`() throws {
        let host = try TestModules.host(["one", "two"].map { .scripted($0, Self.update, ["value": 5]) })
        defer { host.shutDown() }
        let chains = host.chainDescriptions.filter { $0.callback.hasPrefix("background_update_controller.") }
        #expect(chains.map(\.modules) == Array(repeating: ["one"], count: 5))
        #expect(try host.call(Self.update, arguments: Self.step).decidedBy == "one")
    }

    @Test func `what the first controller of updates leaves out, nobody is asked for`() throws {
        let size = "background_update_controller.default_batch_size"
        let host = try TestModules.host(.patient("one", without: size), .scripted("two", size, ["value": 5]))
        defer { host.shutDown() }
        #expect(host.chainDescriptions.first { $0.callback == size }?.modules == [])
        let result = try host.call(size, arguments: #"{"update_name": "u", "database_name": "master"}"#, traced: true)
        #expect(result.outcome == .next && result.trail?.isEmpty == true)
    }

    @Test func `fields of several modules are merged, and of the same key the later one stays`() throws {
        let name = "unsigned.add_field_to_unsigned_callback"
        let answers: [JSONValue] = [["value": ["a": 1, "b": 1]], ["allow": true], ["value": ["b": 2, "c": 3]]]
        let host = try TestModules.host(answers.enumerated().map { .scripted("m\($0)", name, $1) })
        defer { host.shutDown() }
        let event = try Sample().event
        #expect(try host.unsigned.addFieldToUnsignedCallback(event: event) == JSON(["a": 1, "b": 2, "c": 3]))
    }

    @Test func `a delivery without events is no news`() throws {
        let witness = Witness()
        let host = try TestModules.host(witness.module)
        defer { host.shutDown() }
        let nothing = Delivery(serverName: "y.org", events: [], method: "/send")
        try host.federation.onEventDeliveredOverFederation(delivery: nothing)
        let arguments = #"{"delivery": {"server_name": "y.org", "events": [], "method": "/send"}}"#
        let result = try host.call(
            "federation.on_event_delivered_over_federation", arguments: arguments, traced: true)
        #expect(result.outcome == .next && witness.calls == [])
    }
}
