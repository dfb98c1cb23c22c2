public import CallbackChains
public import ForeignCalls
public import HookPoints
package import ModuleLoader

/// The chain of a callback: who is asked, in order, and what their outcomes do.
public struct ChainDescription: Sendable {
    /// `spam_checker.user_may_invite`
    public let callback: String
    public let modules: [String]
    public let rule: Rule
    public let failureRule: FailureRule
    public let invalidAnswerRule: InvalidAnswerRule
    public let unavailableRule: UnavailableRule
    /// How long the chain may take.
    public let deadline: Duration
    /// The state that these modules declared to read; nil where the callback comes without any.
    package let stateReads: Set<StateRead>?
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
    /// The contract that it was built with, `1.0`; nil: it knows of none.
    public let contract: String?
    /// Nil: it is no file, but a module of the application.
    public let path: String?
    /// The hash of its bytes, which is its identity.
    public let sha256: String?
    /// What it takes part in, as `category.callback`, sorted.
    public let callbacks: [String]

    init(_ member: any ChainMember) {
        let facts = member.facts
        name = member.name
        module = facts.module
        (version, vendor, licence) = (facts.version, facts.vendor, facts.licence)
        summary = facts.summary
        (contract, path, sha256) = (facts.contract, facts.path, facts.sha256)
        callbacks = member.callbacks
    }
}

/// A hook of the application: who is asked, in order, and what their results do.
public struct HookDescription: Sendable {
    /// `billing.may_charge`
    public let hook: String
    public let signature: Signature
    public let modules: [String]
    public let rule: HookRule
    public let failureRule: HookFailureRule

    init(_ point: HookPoint) {
        let declared = point.declaration
        (hook, signature, modules) = (declared.name, declared.signature, point.modules)
        (rule, failureRule) = (declared.rule, declared.failureRule)
    }
}
