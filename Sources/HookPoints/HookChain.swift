import CallbackChains
import ForeignCalls
import ModuleLoader

/// The modules that a hook asks, in order: built once, never changed.
struct HookChain: Sendable {
    let declaration: HookDeclaration
    let prepared: PreparedSignature
    let chain: Chain
    /// By the members' numbers less one.
    let names: [String]

    /// Nil: there is no memory left.
    init?(_ declaration: HookDeclaration, _ members: [any ChainMember]) {
        guard let prepared = PreparedSignature(declaration.signature, takesInstance: true) else { return nil }
        var links: [Link] = []
        var waitsFor: Int?
        for member in members {
            guard let offer = member.offers.first(where: { $0.hook == declaration.name }),
                let link = member.link(offer, prepared, declaration.pass)
            else { continue }
            links.append(link)
            if waitsFor == nil && !member.isPromptForHooks { waitsFor = member.number }
        }
        let stopsAtFailure = declaration.failureRule != .skip
        let steps = Steps(
            stopsAtAnswer: declaration.stopsAtAnswer, stopsAtFailure: stopsAtFailure, stopsAtInvalid: stopsAtFailure)
        chain = Chain(links, steps, waitsFor: waitsFor, callSize: 0)
        (self.declaration, self.prepared, names) = (declaration, prepared, members.map(\.name))
    }

    func name(at link: Int) -> String { names[chain.module(at: link) - 1] }
}
