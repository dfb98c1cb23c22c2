import CallbackChains
import Logging
import MatrixCallbacks
import ModuleLoader

/// The chains of a host, built once from its instances.
struct HostChains: Sendable {
    /// All modules of each callback.
    let table: ChainTable
    let names: [String]
    /// Which state each instance reads.
    let stateReads: [[StateRead]]
    let logger: Logger
    let loginTypes: [String: [String]]
    /// Of the callback that is asked by login type: the modules of each.
    private let logins: [String: ReadyChain]
    /// Of callbacks that take cookies back: each module alone.
    private let givers: [Giver: ReadyChain]

    /// How long the chain of each callback may take, by the callback's number.
    private let budgets: [Duration]

    /// Of a login type that no module checks, and where nobody takes a cookie back.
    private let nobody: Chain

    private struct Giver: Hashable {
        let callback: Int
        let module: Int
    }

    init(_ instances: [any ChainMember], _ budgets: [Duration], logger: Logger) {
        table = ChainTable(Catalogue.callbacks.map { ReadyChain($0, Self.chain($0, instances)) })
        names = instances.map(\.name)
        self.budgets = budgets
        stateReads = instances.map(\.stateReads)
        self.logger = logger
        nobody = Chain([], Steps(.firstAnswer, .skip, .skip), waitsFor: nil, callSize: Contract.callLimit)
        let checks = instances.flatMap(\.logins)
        loginTypes = Dictionary(checks.map { ($0.type, $0.fields) }) { first, _ in first }
        (logins, givers) = (Self.logins(instances, Set(checks.map(\.type))), Self.givers(instances))
    }

    var all: [Chain] { ((0..<table.count).map { table[$0] } + logins.values + givers.values).map(\.chain) }

    /// The modules that these arguments concern.
    func chain(_ callback: Callback, _ arguments: borrowing CallArguments) -> ReadyChain {
        guard let key = callback.key, let field = callback.fields.first(where: { $0.name == key }),
            let type = arguments.text(field)
        else { return table[callback.index] }
        return logins[type] ?? ReadyChain(callback, nobody, isSelected: true)
    }

    /// The one module that gave a cookie.
    func giver(_ callback: Callback, _ module: Int) -> ReadyChain {
        givers[Giver(callback: callback.index, module: module)] ?? ReadyChain(callback, nobody, isSelected: true)
    }

    /// What went wrong with a call.
    func log(_ end: CallEnd, of ready: ReadyChain) {
        for note in end.notes {
            logger.warning(
                "\(note.module): \(note.kind.rawValue) in \(ready.callback.fullName): \(note.text)",
                metadata: ["module": "\(note.module)"])
        }
    }

    /// When a call ends that begins now.
    ///
    /// - Parameter deadline: what its caller has left.
    func terms(of callback: Callback, for deadline: ContinuousClock.Instant?) -> Flight.Terms {
        let budget = budgets[callback.index]
        let end = ContinuousClock.now + budget
        return Flight.Terms(deadline: min(deadline ?? end, end), budget: budget)
    }

    private static func chain(_ callback: Callback, _ instances: [any ChainMember]) -> Chain {
        var links: [Link] = []
        var waitsFor: Int?
        var callSize = callback.callSize
        for instance in callback.asked(of: instances, \.callbacks) {
            guard let link = instance.link(callback.category, callback.name) else { continue }
            links.append(link)
            if waitsFor == nil && !instance.isPrompt(for: callback.category) { waitsFor = instance.number }
            if instance.isNewer { callSize = Contract.callLimit }
        }
        let steps = Steps(callback.rule, callback.failure, callback.invalid, callback.unavailable)
        let deferring = Deferring(instances) { [callSize] in ArgumentCopy.keep(callback, size: callSize, $0) }
        return Chain(links, steps, waitsFor: waitsFor, callSize: callSize, deferring: links.isEmpty ? nil : deferring)
    }

    private static func logins(_ instances: [any ChainMember], _ types: Set<String>) -> [String: ReadyChain] {
        guard let callback = Catalogue.callbacks.first(where: { $0.key != nil }) else { return [:] }
        let chains = types.map { type in
            let checking = instances.filter { $0.logins.contains { $0.type == type } }
            return (type, ReadyChain(callback, chain(callback, checking), isSelected: true))
        }
        return Dictionary(uniqueKeysWithValues: chains)
    }

    private static func givers(_ instances: [any ChainMember]) -> [Giver: ReadyChain] {
        var chains: [Giver: ReadyChain] = [:]
        for callback in Catalogue.callbacks where callback.takesCookies {
            for instance in callback.asked(of: instances, \.callbacks) {
                let giver = Giver(callback: callback.index, module: instance.number)
                chains[giver] = ReadyChain(callback, chain(callback, [instance]), isSelected: true)
            }
        }
        return chains
    }

    var descriptions: [ChainDescription] {
        Catalogue.callbacks.map { callback in
            let chain = table[callback.index].chain
            let places = (0..<chain.count).map { chain.module(at: $0) - 1 }
            return ChainDescription(
                callback: callback.fullName, modules: places.map { names[$0] }, rule: callback.rule,
                failureRule: callback.failure, invalidAnswerRule: callback.invalid,
                unavailableRule: callback.unavailable, deadline: budgets[callback.index],
                stateReads: callback.comesWithState ? Set(places.flatMap { stateReads[$0] }) : nil)
        }
    }
}
