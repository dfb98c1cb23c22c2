import CallbackChains
import ForeignCalls
import ModuleLoader

/// The modules that a hook asks, in order: built once, never changed. What each call needs of the declaration is a field
/// of its own, so that it copies no more.
final class HookChain: Sendable {
    let name: String
    let rule: HookRule
    let failureRule: HookFailureRule
    let prepared: PreparedSignature
    let chain: Chain
    let host: HookPoint.Host
    /// Names, by the members' numbers less one.
    private let members: [String]

    init(
        _ declaration: HookDeclaration, _ prepared: PreparedSignature, _ members: [any ChainMember],
        _ host: HookPoint.Host
    ) {
        (name, rule, failureRule) = (declaration.name, declaration.rule, declaration.failureRule)
        (self.prepared, self.host, self.members) = (prepared, host, members.map(\.name))
        var links: [Link] = []
        var waitsFor: Int?
        for member in members {
            guard let link = member.link(hook: declaration.name, prepared, declaration.pass) else { continue }
            links.append(link)
            if waitsFor == nil && !member.isPromptForHooks { waitsFor = member.number }
        }
        let stopsAtFailure = failureRule != .skip
        let steps = Steps(
            stopsAtAnswer: declaration.stopsAtAnswer, stopsAtFailure: stopsAtFailure, stopsAtInvalid: stopsAtFailure)
        chain = Chain(links, steps, waitsFor: waitsFor, callSize: 0)
    }

    /// The first module that may make its caller wait.
    var waitsFor: String? { chain.waitsFor.map { members[$0 - 1] } }

    /// The modules, in the order of the chain.
    var modules: [String] { (0..<chain.count).map(module) }

    func module(at link: Int) -> String { members[chain.module(at: link) - 1] }
}
