package import CallbackChains
package import ForeignCalls

/// Something that chains ask: an instance of a module, adopted functions, or closures of the application.
package protocol ChainMember: AnyObject, Sendable {
    var place: MemberPlace { get }
    /// Unique in a configuration.
    var name: String { get }
    /// Built with a newer minor of the contract: its arguments may be longer than what this host knows.
    var isNewer: Bool { get }
    /// What it takes part in, as `category.callback`, sorted.
    var callbacks: [String] { get }
    /// The login types that it checks.
    var logins: [LoginCheck] { get }
    /// The room state that it reads.
    var stateReads: [StateRead] { get }
    /// Functions for hook points.
    var offers: [OfferedHook] { get }
    var facts: MemberFacts { get }

    /// The link for a callback, where this takes part in it.
    func link(_ category: String, _ callback: String) -> Link?
    /// The link for a hook that this offers a function for.
    func link(hook: String, _ prepared: PreparedSignature, _ pass: HookPass) -> Link?
    /// May a callback of the category run on the caller's thread, an event loop perhaps, without making it wait?
    func isPrompt(for category: String) -> Bool
    /// The same for all hooks.
    var isPromptForHooks: Bool { get }
    /// Tells it that nobody waits for what it has deferred. False: it was told.
    func cancel(_ call: LateCall) -> Bool
    /// Ends it. No call may come after.
    ///
    /// - Parameter patience: how long to wait for callbacks that have not come back and for tickets that are open. With
    ///   one of these left it stays as it is: its module still uses it.
    func destroy(patience: Duration)
}

/// What can be told of a member of the chains.
package struct MemberFacts: Sendable, Codable {
    /// What the module calls itself, and says of itself.
    package let module: String
    package var version: String?
    package var vendor: String?
    package var licence: String?
    package var summary: String?
    /// The contract that it was built with; nil: it knows of none.
    package var contract: String?
    /// Nil: it is no file.
    package var path: String?
    package var sha256: String?

    package init(module: String) { self.module = module }

    init(_ module: RegisteredModule, path: String, sha256: String) {
        self.init(module: module.name)
        (version, vendor, licence, summary) = (module.version, module.vendor, module.licence, module.summary)
        contract = "\(module.contract.major).\(module.contract.minor)"
        (self.path, self.sha256) = (path, sha256)
    }
}

/// An entry of the configuration that has been looked at and found good.
package protocol PlannedMember: Sendable {
    /// For the log.
    var warnings: [String] { get }
    /// What it will take part in, as `category.callback`, sorted.
    var callbacks: [String] { get }
    /// The login types that it will check.
    var logins: [LoginCheck] { get }
    /// Functions for hook points.
    var offers: [OfferedHook] { get }
    /// Any number of threads may be in it at once, whatever the callback.
    var isConcurrent: Bool { get }
    /// - Throws: why it cannot be made after all.
    func make(_ place: MemberPlace) throws(Problems) -> any ChainMember
}

extension ChainMember {
    package var number: Int { place.number }

    /// Does some of it run on callers' threads?
    var isPromptSomewhere: Bool {
        let categories = Set(callbacks.map { $0.prefix { $0 != "." } })
        return categories.contains { isPrompt(for: String($0)) } || (isPromptForHooks && !offers.isEmpty)
    }
}

/// What stands in a chain and is no module of the contract checks no logins, reads no state, offers nothing for hooks,
/// and answers at once.
extension ChainMember {
    package var logins: [LoginCheck] { [] }
    package var stateReads: [StateRead] { [] }
    package var offers: [OfferedHook] { [] }
    package var isNewer: Bool { false }
    package var isPromptForHooks: Bool { false }
    package func link(hook: String, _ prepared: PreparedSignature, _ pass: HookPass) -> Link? { nil }
    package func cancel(_ call: LateCall) -> Bool { call.cancel() }
    package func destroy(patience: Duration) {}
}

extension PlannedMember {
    package var warnings: [String] { [] }
    package var logins: [LoginCheck] { [] }
    package var offers: [OfferedHook] { [] }
}

/// What one entry of a configuration offers for hooks.
package struct PlannedOffers: Sendable {
    /// Where the entry stands, for messages.
    package let subject: String
    package let offers: [OfferedHook]

    package init(subject: String, offers: [OfferedHook]) { (self.subject, self.offers) = (subject, offers) }
}
