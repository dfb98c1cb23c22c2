extension LegacyModules {
    /// The older sections of a configuration file, and what only looks like one.
    init(reading keys: inout KeyReader, _ names: inout ModuleNames) {
        self.init()
        spamCheckers = keys.optional("spam_checker") { $0.oneOrMore(&names) } ?? []
        thirdPartyEventRules = keys.optional("third_party_event_rules") { ModuleEntry(reading: $0, &names) }
        presenceRouter = keys.optional("presence") { $0.presence(&names) }
        passwordProviders =
            keys.optional("password_providers") { value in
                value.list { ModuleEntry(reading: $0, &names, needsConfig: true) }
            } ?? []
        keys.refuse(
            "account_validity", "these are settings of Synapse itself, and no module",
            cure: "Leave them in homeserver.yaml. A module that says who has expired is listed under `modules`.")
        keys.refuse(
            "ldap_config", "this is the older form of a password provider",
            cure: "Write `password_providers: [{module: NAME, config: {}}]` with a module that speaks LDAP.")
    }
}

extension YAMLValue {
    /// A spam checker, or a list of them.
    fileprivate func oneOrMore(_ names: inout ModuleNames) -> [ModuleEntry]? {
        if kind == .list { return list { ModuleEntry(reading: $0, &names) } }
        return ModuleEntry(reading: self, &names).map { [$0] }
    }

    /// Synapse's `presence` section, of which only the router is a module.
    fileprivate func presence(_ names: inout ModuleNames) -> ModuleEntry? {
        section(like: "presence_router: {module: NAME}") { keys in
            keys.optional("presence_router") { ModuleEntry(reading: $0, &names) }
        }
    }
}
