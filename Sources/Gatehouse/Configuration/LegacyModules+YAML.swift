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
            cure: "Write `modules: [{module: NAME, config: {...}}]`: the name of a module that speaks LDAP, and as its "
                + "`config` all that stands here.",
            unless: \.isNotEnabled)
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
            let router = keys.optional("presence_router") { ModuleEntry(reading: $0, &names) }
            for key in Self.presenceSettings {
                keys.refuse(
                    key, "this is a setting of Synapse itself, and no module",
                    cure: "Leave it in homeserver.yaml. Here `presence` has a `presence_router`, and nothing else.")
            }
            return router
        }
    }

    /// Synapse docs: configuration/config_documentation; its code: `synapse/config/server.py`.
    private static let presenceSettings = [
        "enabled", "include_offline_users_on_sync", "last_active_granularity", "sync_online_timeout", "idle_timeout",
    ]

    /// To Synapse such a section is not there. Synapse docs: its code, `synapse/config/password_auth_providers.py`.
    fileprivate var isNotEnabled: Bool {
        guard case .object(let settings)? = json() else { return false }
        return settings["enabled"].map(\.saysNothing) ?? true
    }
}
