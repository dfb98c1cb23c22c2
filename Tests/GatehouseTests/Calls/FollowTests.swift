import Gatehouse
import Testing

/// Where Synapse asks one chain after another.
struct FollowTests {
    private static let federated = "spam_checker.federated_user_may_invite"
    private static let invite = "spam_checker.user_may_invite"
    private static let added = "third_party_rules.on_add_user_third_party_identifier"
    private static let bound = "third_party_rules.on_threepid_bind"

    private let sample: Sample

    init() throws { sample = try Sample() }

    private func denial(_ module: String, _ code: String) -> Verdict { .deny(Denial(module: module, code: code)) }

    private func ask(_ host: Gatehouse, _ name: String, follow: Bool) throws -> CallResult {
        let call = try TypedCall.named(name)
        return try host.call(name, arguments: call.arguments.text, follow: follow, traced: true)
    }

    @Test func `an invite that the first chain lets pass is the second chain's to decide`() async throws {
        let host = try TestModules.host(
            .scripted("first", Self.federated, ["allow": true]), .scripted("second", Self.invite, ["deny_code": "M_X"]))
        defer { host.shutDown() }
        let call = try TypedCall.named(Self.federated)
        #expect(try call.atOnce(host, sample) == .verdict(denial("second", "M_X")))
        #expect(try await call.later(host, sample) == .verdict(denial("second", "M_X")))
    }

    @Test func `by name the second chain is asked only where that is wanted`() throws {
        let host = try TestModules.host(
            .scripted("first", Self.federated, ["allow": true]), .scripted("second", Self.invite, ["deny_code": "M_X"]))
        defer { host.shutDown() }
        let alone = try ask(host, Self.federated, follow: false)
        #expect(alone.outcome == .next)
        #expect(alone.trail?.map(\.module) == ["first"])
        let both = try ask(host, Self.federated, follow: true)
        #expect(both.outcome == .answered(.denialWithCode("M_X", fields: JSON([:]))))
        #expect(both.decidedBy == "second")
        #expect(both.trail?.map(\.module) == ["first", "second"])
    }

    @Test(arguments: [["deny_code": "M_Y"] as JSONValue, ["fail": "boom"], ["invalid": true]])
    func `what the first chain decides is not asked again`(answer: JSONValue) throws {
        let witness = Witness()
        let host = try TestModules.host(.scripted("first", Self.federated, answer), witness.module)
        defer { host.shutDown() }
        let typed = try outcome { try host.spamChecker.federatedUserMayInvite(event: sample.event) }
        #expect(typed != .success(.allow))
        #expect(try ask(host, Self.federated, follow: true).decidedBy == "first")
        #expect(witness.calls == [])
    }

    @Test(arguments: [["allow": true] as JSONValue, ["fail": "boom"]])
    func `a second chain of news is told whatever the first one's modules did`(answer: JSONValue) async throws {
        let witness = Witness()
        let host = try TestModules.host(.scripted("first", Self.added, answer), witness.module)
        defer { host.shutDown() }
        let call = try TypedCall.named(Self.added)
        #expect(try call.atOnce(host, sample) == .told)
        #expect(try await call.later(host, sample) == .told)
        _ = try ask(host, Self.added, follow: true)
        _ = try ask(host, Self.added, follow: false)
        let names = witness.calls.map { $0.prefix { $0 != " " } }
        let both = [Self.added[...], Self.bound[...]]
        #expect(names == both + both + both + [Self.added[...]])
    }

    @Test func `where nothing follows, following changes nothing`() throws {
        let witness = Witness()
        let host = try TestModules.host(witness.module)
        defer { host.shutDown() }
        #expect(try ask(host, Self.invite, follow: true).trail?.map(\.module) == ["witness"])
        #expect(witness.calls.count == 1)
    }

    @Test func `an invite without a state key is passed on with an empty one`() throws {
        let witness = Witness()
        let host = try TestModules.host(witness.module)
        defer { host.shutDown() }
        guard case .object(var event) = Sample.eventJSON else { return }
        event["state_key"] = nil
        let arguments = JSONValue.object(["event": .object(event)])
        #expect(try host.call(Self.federated, arguments: arguments.text, follow: true).outcome == .next)
        let invite = try Event(arguments: JSON(arguments.member("event")))
        #expect(try host.spamChecker.federatedUserMayInvite(event: invite) == .allow)
        let passed: JSONValue = ["inviter": "@a:x.org", "invitee": "", "room_id": "!r:x.org"]
        let lines = [try Witness.line(Self.federated, arguments), try Witness.line(Self.invite, passed)]
        #expect(witness.calls == lines + lines)
    }

    @Test(arguments: [federated, added])
    func `who cannot wait is told before anybody is asked, also where only the second chain may wait`(
        name: String
    ) async throws {
        let witness = Witness()
        let host = try TestModules.host(witness.module, .patient(without: name))
        defer { host.shutDown() }
        let call = try TypedCall.named(name)
        #expect(try outcome { try call.atOnce(host, sample) } == .failure(.mustWait(module: "patient")))
        #expect(throws: CallError.mustWait(module: "patient")) { try ask(host, name, follow: true) }
        #expect(witness.calls == [])
        #expect(try ask(host, name, follow: false).outcome == .next)
        _ = try await call.later(host, sample)
        #expect(witness.calls.count == 3)
    }
}
