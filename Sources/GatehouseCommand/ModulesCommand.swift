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
        let modules = try options.report(json: json).modules.compactMap(\.findings.module)
        if json { return print(JSONValue.array(modules.map(\.json)).text) }
        for module in modules { print(module.lines.joined(separator: "\n")) }
    }
}

extension FoundModule {
    fileprivate var lines: [String] {
        let title = [facts.module, facts.version].compactMap(\.self).joined(separator: " ")
        let origin = [facts.contract.map { "contract \($0)" }, facts.path].compactMap(\.self).joined(separator: ", ")
        let details: [String?] = [
            facts.summary, origin, facts.sha256.map { "sha256 \($0)" }, callbacks.joined(separator: " "),
        ]
        let offers: [String?] = offers.map { "offers \($0.hook), \($0.signature)" }
        return ["\(name)  (\(title.printable))"]
            + (details + offers).compactMap(\.self).filter { !$0.isEmpty }.map { "    \($0.printable)" }
    }

    fileprivate var json: JSONValue {
        [
            "name": .string(name), "module": .string(facts.module), "version": text(facts.version),
            "vendor": text(facts.vendor), "licence": text(facts.licence), "description": text(facts.summary),
            "contract": text(facts.contract), "path": text(facts.path), "sha256": text(facts.sha256),
            "callbacks": .array(callbacks.map { .string($0) }),
            "offers": .array(offers.map { ["hook": .string($0.hook), "signature": .string($0.signature)] }),
        ]
    }

    private func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
