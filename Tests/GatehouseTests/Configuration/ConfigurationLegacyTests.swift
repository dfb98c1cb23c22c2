import Gatehouse
import Testing

/// Synapse's older sections for modules.
struct ConfigurationLegacyTests {
    private static let yaml = """
        password_providers:
          - module: ldap
            config: {uri: "ldap://x"}
        third_party_event_rules: {module: rules}
        presence:
          presence_router: {module: router}
        spam_checker:
          - module: first
          - module: second
            config: {a: 1}
        modules:
          - module: plain
        """

    @Test func `modules of older sections come last, in Synapse's order`() throws {
        let configuration = try Configuration(yaml: Self.yaml, file: "g.yaml")
        let requests = configuration.requests()
        #expect(requests.map(\.name) == ["plain", "first", "second", "rules", "router", "ldap"])
        #expect(
            requests.map(\.origin) == [
                "g.yaml:12: modules.0", "g.yaml:8: spam_checker.0", "g.yaml:9: spam_checker.1",
                "g.yaml:4: third_party_event_rules", "g.yaml:6: presence.presence_router",
                "g.yaml:2: password_providers.0",
            ])
        #expect(requests.map(\.config) == ["{}", "{}", #"{"a":1}"#, "{}", "{}", #"{"uri":"ldap://x"}"#])
    }

    @Test func `one spam checker needs no list`() throws {
        let configuration = try Configuration(yaml: "spam_checker: {module: only}", file: "g.yaml")
        #expect(configuration.requests().map(\.origin) == ["g.yaml:1: spam_checker"])
        #expect(configuration.deprecations.map(\.code) == ["config.older-section"])
        #expect(configuration.deprecations.map(\.subject) == ["g.yaml:1: spam_checker"])
    }

    @Test func `entries that were written in Swift say where they stand`() {
        let legacy = LegacyModules(
            spamCheckers: [ModuleEntry("a"), ModuleEntry("b")], thirdPartyEventRules: ModuleEntry("c"),
            presenceRouter: ModuleEntry("d"), passwordProviders: [ModuleEntry("e")])
        #expect(
            legacy.entries.map(\.entry.origin) == [
                "spam_checker.0", "spam_checker.1", "third_party_event_rules", "presence.presence_router",
                "password_providers.0",
            ])
        let twice = Configuration(modules: [ModuleEntry("a")], legacy: legacy)
        #expect(twice.nameClashes().map(\.subject) == ["spam_checker.0"])
    }

    @Test(
        arguments: [
            (
                "account_validity: {enabled: true}",
                "g.yaml:1: account_validity: these are settings of Synapse itself, and no module. Leave them in "
                    + "homeserver.yaml. A module that says who has expired is listed under `modules`. "
                    + "[config.not-here]"
            ),
            (
                "ldap_config: {enabled: true}",
                "g.yaml:1: ldap_config: this is the older form of a password provider. Write "
                    + "`modules: [{module: NAME, config: {...}}]`: the name of a module that speaks LDAP, and as its "
                    + "`config` all that stands here. [config.not-here]"
            ),
            (
                "presence: {enabled: true, presence_router: {module: router}}",
                "g.yaml:1: presence.enabled: this is a setting of Synapse itself, and no module. Leave it in "
                    + "homeserver.yaml. Here `presence` has a `presence_router`, and nothing else. [config.not-here]"
            ),
            (
                "presence: {presence_routr: {module: router}}",
                "g.yaml:1: presence.presence_routr: unknown key. Did you mean `presence_router`? [config.unknown-key]"
            ),
            (
                "password_providers: [{module: ldap}]",
                "g.yaml:1: password_providers.0: the key `config` is missing. Write `config: {}` if there is nothing "
                    + "to tell it. [config.missing-key]"
            ),
            (
                "spam_checker: on",
                "g.yaml:1: spam_checker: expected a mapping, found true or false. Write it as `module: NAME`. "
                    + "[config.type]"
            ),
        ])
    func `what cannot be taken over is refused with what to write`(yaml: String, refusal: String) throws {
        let problems = try #require(throws: Problems.self) { try Configuration(yaml: yaml, file: "g.yaml") }
        #expect(problems.list.map(\.description) == [refusal])
    }

    @Test func `nothing said of them is nothing wrong`() throws {
        let yaml = "account_validity:\nldap_config: ~\nspam_checker: []\npassword_providers: []\n"
        #expect(try Configuration(yaml: yaml, file: "g.yaml").requests().isEmpty)
    }

    /// Synapse docs: `synapse/config/password_auth_providers.py`.
    @Test(arguments: ["ldap_config: {enabled: false, uri: x}", "ldap_config: {uri: x}"])
    func `LDAP that is not enabled is not there, as in Synapse`(yaml: String) throws {
        #expect(try Configuration(yaml: yaml, file: "g.yaml").requests().isEmpty)
    }

    @Test func `a password provider may be told nothing, if that is written`() throws {
        let configuration = try Configuration(yaml: "password_providers: [{module: x, config: }]", file: "g.yaml")
        #expect(configuration.requests().map(\.config) == ["{}"])
    }

    @Test func `every callback that an older section knows is one of the catalogue`() {
        let names = LegacySection.allCases.flatMap(\.callbacks)
        #expect(names.filter { Catalogue.callback($0) == nil } == [])
        #expect(Set(names).count == names.count)
    }

    /// The patient module offers all callbacks.
    @Test(arguments: LegacySection.allCases)
    func `a module of an older section is asked for the callbacks of that time, and no others`(
        section: LegacySection
    ) throws {
        var legacy = LegacyModules()
        let module = ModuleEntry("patient")
        switch section {
        case .spamChecker: legacy.spamCheckers = [module]
        case .thirdPartyEventRules: legacy.thirdPartyEventRules = module
        case .presenceRouter: legacy.presenceRouter = module
        case .passwordProviders: legacy.passwordProviders = [module]
        }
        let host = try Gatehouse(
            Configuration(
                modulePath: ["\(TestModules.root)/build/test-modules"], legacy: legacy, allowWritablePaths: true))
        defer { host.shutDown() }
        #expect(host.instances.map(\.callbacks) == [section.callbacks.sorted()])
        let asked = host.chainDescriptions.filter { !$0.modules.isEmpty }.map(\.callback)
        #expect(asked.sorted() == section.callbacks.sorted())
    }

    private static let login = "spam_checker.check_login_for_spam", invite = "spam_checker.user_may_invite"

    @Test func `a module of the application is asked for no others either`() async throws {
        var module = SwiftModule("audit")
        module.on(Self.login) { _ in .answer(.denial) }
        module.on(Self.invite) { _ in .answer(.denial) }
        let legacy = LegacyModules(spamCheckers: [ModuleEntry(builtin: "audit")])
        var builder = Gatehouse.Builder(Configuration(legacy: legacy))
        try builder.register(module: module)
        let host = try await builder.load()
        defer { host.shutDown() }
        #expect(host.instances.map(\.callbacks) == [[Self.invite]])
    }

    /// It names its callbacks one by one: one too many is a mistake, and not passed over.
    @Test func `a library is refused for a callback that its section is not for`() throws {
        let function: JSONValue = ["call": "i32 getpid()", "when": ["default": "next"]]
        let callbacks = JSONValue.object([Self.login: function, Self.invite: function])
        let entry = ModuleEntry(adopting: "libc.so.6", callbacks: callbacks, name: "libc")
        let configuration = Configuration(legacy: LegacyModules(spamCheckers: [entry]), allowWritablePaths: true)
        let problems = try #require(throws: Problems.self) { _ = try Gatehouse(configuration) }
        #expect(
            problems.list.map(\.description) == [
                "spam_checker.0 (libc).callbacks.\(Self.login): the section that this entry stands in is not for "
                    + "\(Self.login). List the entry under `modules`, which is for all callbacks. [adopt.invalid]"
            ])
    }
}
