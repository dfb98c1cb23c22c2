import ArgumentParser
import JSONText
import ModuleLoader

/// `gatehouse modules`
struct ModulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "modules", abstract: "List the modules, in the order of the chains.",
        discussion: "Looks at them in a child process, up to `configure`.")

    @OptionGroup var options: LookOptions

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let modules = try options.look()
        if json { return print(JSONValue.array(modules.map(\.json)).text) }
        for module in modules { print(module.lines.joined(separator: "\n")) }
    }
}

extension FoundModule {
    fileprivate var lines: [String] {
        let title = [module, version].compactMap(\.self).joined(separator: " ")
        let details: [String?] = [
            summary, contract.map { "contract \($0), \(path)" } ?? path, "sha256 \(sha256)",
            callbacks.joined(separator: " "),
        ]
        let offers: [String?] = offers.map { "offers \($0.hook), \($0.signature)" }
        return ["\(name)  (\(title.printable))"]
            + (details + offers).compactMap(\.self).filter { !$0.isEmpty }.map { "    \($0.printable)" }
    }

    fileprivate var json: JSONValue {
        [
            "name": .string(name), "module": .string(module), "version": text(version), "vendor": text(vendor),
            "licence": text(licence), "description": text(summary), "contract": text(contract),
            "path": .string(path), "sha256": .string(sha256), "callbacks": .array(callbacks.map { .string($0) }),
            "offers": .array(offers.map { ["hook": .string($0.hook), "signature": .string($0.signature)] }),
        ]
    }

    private func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
