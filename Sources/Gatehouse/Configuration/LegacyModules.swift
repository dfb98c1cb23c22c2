/// The modules of Synapse's older sections. They come behind all others in the chains, in this order.
public struct LegacyModules: Sendable, Equatable {
    /// `spam_checker`
    public var spamCheckers: [ModuleEntry]
    /// `third_party_event_rules`
    public var thirdPartyEventRules: ModuleEntry?
    /// `presence.presence_router`
    public var presenceRouter: ModuleEntry?
    /// `password_providers`
    public var passwordProviders: [ModuleEntry]

    public init(
        spamCheckers: [ModuleEntry] = [], thirdPartyEventRules: ModuleEntry? = nil, presenceRouter: ModuleEntry? = nil,
        passwordProviders: [ModuleEntry] = []
    ) {
        (self.spamCheckers, self.thirdPartyEventRules) = (spamCheckers, thirdPartyEventRules)
        (self.presenceRouter, self.passwordProviders) = (presenceRouter, passwordProviders)
    }

    /// All of them in their order, each with its section. Those that were written in Swift get their place as origin.
    package var entries: [(section: LegacySection, entry: ModuleEntry)] {
        numbered(spamCheckers, .spamChecker) + one(thirdPartyEventRules, .thirdPartyEventRules)
            + one(presenceRouter, .presenceRouter) + numbered(passwordProviders, .passwordProviders)
    }

    func mapped(_ change: (ModuleEntry) -> ModuleEntry) -> LegacyModules {
        LegacyModules(
            spamCheckers: spamCheckers.map(change), thirdPartyEventRules: thirdPartyEventRules.map(change),
            presenceRouter: presenceRouter.map(change), passwordProviders: passwordProviders.map(change))
    }

    private func numbered(_ entries: [ModuleEntry], _ section: LegacySection) -> [(LegacySection, ModuleEntry)] {
        entries.enumerated().map { (section, $1.from("\(section.rawValue).\($0)")) }
    }

    private func one(_ entry: ModuleEntry?, _ section: LegacySection) -> [(LegacySection, ModuleEntry)] {
        entry.map { [(section, $0.from(section.rawValue))] } ?? []
    }
}
