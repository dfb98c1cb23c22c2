import CallbackChains
import Logging
import MatrixCallbacks
import ModuleLoader

/// The chains of a host, built once from its instances.
struct HostChains: Sendable {
    let table: ChainTable
    let names: [String]
    let logger: Logger

    init(_ instances: [Instance], logger: Logger) {
        table = ChainTable(Catalogue.callbacks.map { Self.chain($0, instances) })
        names = instances.map(\.name)
        self.logger = logger
    }

    private static func chain(_ callback: Callback, _ instances: [Instance]) -> Chain {
        var links: [Link] = []
        var waitsFor: Int?
        var callSize = callback.callSize
        for instance in instances {
            guard let link = instance.link(callback.category, callback.name) else { continue }
            links.append(link)
            if waitsFor == nil && !instance.isPrompt(for: callback.category) { waitsFor = instance.number }
            if instance.image.module.isNewer { callSize = Contract.callLimit }
        }
        let steps = Steps(callback.rule, callback.failure, callback.invalid)
        return Chain(links, steps, waitsFor: waitsFor, callSize: callSize)
    }

    var descriptions: [ChainDescription] {
        Catalogue.callbacks.map { callback in
            let chain = table[callback.index]
            return ChainDescription(
                callback: callback.fullName, modules: (0..<chain.count).map { names[chain.module(at: $0) - 1] },
                rule: callback.rule, failureRule: callback.failure, invalidAnswerRule: callback.invalid)
        }
    }
}
