import Gatehouse
import Testing

struct DescriptionsTests {
    @Test func `every callback has its chain, with the modules in order`() throws {
        let host = try TestModules.host(
            [.houseRules, .patient(), .scripted("only", "spam_checker.user_may_invite", ["allow": true])],
            deadline: .seconds(10))
        defer { host.shutDown() }
        let chains = host.chainDescriptions
        #expect(chains.map(\.callback) == Catalogue.callbacks.map(\.fullName))
        #expect(chains.map(\.rule) == Catalogue.callbacks.map(\.rule))
        #expect(chains.map(\.failureRule) == Catalogue.callbacks.map(\.failure))
        #expect(chains.map(\.invalidAnswerRule) == Catalogue.callbacks.map(\.invalid))
        #expect(chains.map(\.unavailableRule) == Catalogue.callbacks.map(\.unavailable))
        #expect(Set(chains.map(\.deadline)) == [.seconds(10)])
        let invite = try #require(chains.first { $0.callback == "spam_checker.user_may_invite" })
        #expect(invite.modules == ["house_rules", "patient", "only"])
        let bind = try #require(chains.first { $0.callback == "third_party_rules.on_threepid_bind" })
        #expect(bind.modules.suffix(1) == ["patient"])
    }

    @Test func `a loaded module says what it is and what it takes part in`() throws {
        let host = try TestModules.host(
            .houseRules, .scripted("only", "spam_checker.user_may_invite", ["allow": true]))
        defer { host.shutDown() }
        let house = try #require(host.instances.first)
        #expect(house.name == "house_rules")
        #expect(house.module == "house_rules")
        #expect(house.version == "1.0.0")
        #expect(house.vendor == "Gatehouse")
        #expect(house.licence == "Apache-2.0")
        #expect(house.contract == "1.0")
        #expect(house.path == "\(TestModules.root)/build/modules/house_rules.so")
        #expect(house.sha256?.count == 64)
        #expect(house.callbacks == house.callbacks.sorted())
        let only = try #require(host.instances.last)
        #expect(only.name == "only")
        #expect(only.module == "scripted")
        #expect(only.vendor == nil)
        #expect(only.callbacks == ["spam_checker.user_may_invite"])
    }
}
