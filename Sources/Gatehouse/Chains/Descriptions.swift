public import CallbackChains
import ModuleLoader

/// The chain of a callback: who is asked, in order, and what their outcomes do.
public struct ChainDescription: Sendable {
    /// `spam_checker.user_may_invite`
    public let callback: String
    public let modules: [String]
    public let rule: Rule
    public let failureRule: FailureRule
    public let invalidAnswerRule: InvalidAnswerRule
}

/// A loaded module.
public struct ModuleDescription: Sendable {
    /// The instance's name in the configuration.
    public let name: String
    /// What the module calls itself, and says of itself.
    public let module: String
    public let version: String?
    public let vendor: String?
    public let licence: String?
    public let summary: String?
    /// The contract that it was built with, `1.0`.
    public let contract: String
    public let path: String
    /// The hash of its bytes, which is its identity.
    public let sha256: String
    /// What it takes part in, as `category.callback`, sorted.
    public let callbacks: [String]

    init(_ instance: Instance) {
        let registered = instance.image.module
        name = instance.name
        module = registered.name
        version = registered.version
        vendor = registered.vendor
        licence = registered.licence
        summary = registered.summary
        contract = "\(registered.contract.major).\(registered.contract.minor)"
        path = instance.image.path
        sha256 = instance.image.hash
        callbacks = instance.callbacks
    }
}
