package import CallbackChains
import JSONText
import ModuleLoader

/// A chain, and what every call through it needs to know of its callback: numbers alone, so that nothing is retained on
/// the way. The callback itself is looked up when a module has something to say.
@usableFromInline package struct ReadyChain: Sendable {
    package let chain: Chain
    /// The callback's place in the catalogue.
    package let number: Int
    /// That of the chain that Synapse asks afterwards.
    package let follows: Int?
    /// The size of the argument struct as this host knows it.
    let knownSize: Int
    /// Who is asked depends on the arguments, or whether anybody is.
    package let isSelective: Bool
    /// Cookies may stand in its answers.
    package let givesCookies: Bool
    let rules: Rules

    /// - Parameter isSelected: the arguments have been looked at, and this is the chain for them.
    package init(_ callback: Callback, _ chain: Chain, isSelected: Bool = false) {
        self.chain = chain
        number = callback.index
        follows = callback.follows.flatMap { Catalogue.callback($0.callback) }?.index
        let isDeclared = callback.takesCookies || callback.key != nil || callback.toldOnlyWith != nil
        isSelective = isDeclared && !isSelected
        givesCookies = callback.cookie != nil
        (rules, knownSize) = (Rules(callback), callback.callSize)
    }

    package var callback: Callback { Catalogue.callbacks[number] }

    /// What the modules that follow see in place of a field.
    func rewritten(_ own: OwnOutcome?) -> (field: Field, json: JSON)? {
        guard rules.rule == .rewrite, case .answered(.object(let json))? = own, let field = callback.rewritten
        else { return nil }
        return (field, json)
    }
}
