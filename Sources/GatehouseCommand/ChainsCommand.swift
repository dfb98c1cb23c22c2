import ArgumentParser
import CallbackChains
import JSONText
import MatrixCallbacks
import ModuleLoader

/// `gatehouse chains`
struct ChainsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chains",
        abstract: "Show for each callback which modules are asked, in order, and by which rules.",
        discussion: "Looks at the modules in a child process, up to `configure`.")

    @OptionGroup var options: LookOptions

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Show callbacks that no module implements as well.")
    var all = false

    func run() throws {
        let modules = try options.look()
        let chains = Catalogue.callbacks.map { FoundChain($0, modules) }.filter { all || !$0.modules.isEmpty }
        if json { return print(JSONValue.array(chains.map(\.json)).text) }
        var table = Table("CALLBACK", "MODULES", "RULE", "FAILURE", "INVALID ANSWER")
        for chain in chains {
            let modules = chain.modules.isEmpty ? "-" : chain.modules.joined(separator: ", ")
            table.add(
                chain.callback.fullName, modules, chain.callback.rule.rawValue, chain.callback.failure.rawValue,
                chain.callback.invalid.rawValue)
        }
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
