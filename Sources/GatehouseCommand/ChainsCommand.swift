import ArgumentParser
import CallbackChains
import ForeignCalls
import HookPoints
import JSONText
import MatrixCallbacks
import ModuleLoader

/// `gatehouse chains`
struct ChainsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chains",
        abstract: "Show for each callback and each hook which modules are asked, in order, and by which rules.",
        discussion: "Looks at the modules in a child process, up to `configure`.")

    @OptionGroup var options: LookOptions

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Show callbacks that no module implements as well.")
    var all = false

    func run() throws {
        let report = try options.report(json: json)
        let modules = report.modules.compactMap(\.findings.module)
        let chains = Catalogue.callbacks.map { FoundChain($0, modules) }.filter { all || !$0.modules.isEmpty }
        let hooks = FoundHook.all(report.application.hooks, modules)
        if json { return print(JSONValue.array(chains.map(\.json) + hooks.map(\.json)).text) }
        var table = Table("CALLBACK", "MODULES", "RULE", "FAILURE", "INVALID ANSWER")
        for chain in chains {
            let modules = chain.modules.isEmpty ? "-" : chain.modules.joined(separator: ", ")
            table.add(
                chain.callback.fullName, modules, chain.callback.rule.rawValue, chain.callback.failure.rawValue,
                chain.callback.invalid.rawValue)
        }
        for hook in hooks { hook.add(to: &table) }
        print(table.text)
    }
}

/// The chain that a host would build of the modules that were looked at.
private struct FoundChain {
    let callback: Callback
    let modules: [String]

    init(_ callback: Callback, _ modules: [FoundModule]) {
        self.callback = callback
        self.modules = callback.asked(of: modules, \.callbacks).map { module in
            if callback.key == nil { return module.name }
            return "\(module.name) (\(module.logins.map(\.words).joined(separator: "; ")))"
        }
    }

    var json: JSONValue {
        [
            "callback": .string(callback.fullName), "modules": .array(modules.map { .string($0) }),
            "rule": .string(callback.rule.rawValue), "failure": .string(callback.failure.rawValue),
            "invalid_answer": .string(callback.invalid.rawValue),
        ]
    }
}

extension LoginCheck {
    /// `m.login.password: password`
    fileprivate var words: String {
        fields.isEmpty ? type : "\(type): \(fields.joined(separator: ", "))"
    }
}

/// A hook of the application and the modules that offer a function for it.
private struct FoundHook {
    let name: String
    let modules: [String]
    /// Nil: only the application knows.
    let declaration: HookDeclaration?
    /// Of the declaration; else those that modules offer, each once.
    let signatures: [String]

    /// The hooks that are declared; where nobody declares any, those that modules offer something for.
    static func all(_ declared: [HookDeclaration]?, _ modules: [FoundModule]) -> [FoundHook] {
        let offered = Set(modules.flatMap { $0.offers.map(\.hook) }).sorted()
        let hooks: [(String, HookDeclaration?)] =
            declared?.map { ($0.name, $0) } ?? offered.map { ($0, nil) }
        return hooks.map { name, declaration in
            let asked = modules.filter { $0.offers.contains { $0.hook == name } }
            var signatures = declaration.map { [$0.signature.description] } ?? []
            for offer in asked.flatMap(\.offers) where declaration == nil && offer.hook == name {
                if !signatures.contains(offer.signature) { signatures.append(offer.signature) }
            }
            return FoundHook(
                name: name, modules: asked.map(\.name), declaration: declaration, signatures: signatures)
        }
    }

    func add(to table: inout Table) {
        let modules = modules.isEmpty ? "-" : modules.joined(separator: ", ")
        let failure = declaration?.failureRule.rawValue ?? "-"
        let hook = "\(name), \(signatures.joined(separator: " or "))"
        table.add(hook, modules, declaration?.rule.rawValue ?? "the application's", failure, failure)
    }

    var json: JSONValue {
        let failure: JSONValue = declaration.map { .string($0.failureRule.rawValue) } ?? .null
        return [
            "hook": .string(name), "signature": signatures.count == 1 ? .string(signatures[0]) : .null,
            "modules": .array(modules.map { .string($0) }),
            "rule": declaration.map { .string($0.rule.rawValue) } ?? .null, "failure": failure,
        ]
    }
}
