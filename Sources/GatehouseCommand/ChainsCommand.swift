import ArgumentParser
import CallbackChains
import Gatehouse
import JSONText

/// `gatehouse chains`
struct ChainsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chains",
        abstract: "Show for each callback which modules are asked, in order, and by which rules.")

    @OptionGroup var host: HostOptions

    @Flag(help: "Show callbacks that no module implements as well.")
    var all = false

    func run() throws {
        let gatehouse = try host.load()
        defer { gatehouse.shutDown() }
        let chains = gatehouse.chainDescriptions.filter { all || !$0.modules.isEmpty }
        if host.json { return print(JSONValue.array(chains.map(\.json)).text) }
        var table = Table("CALLBACK", "MODULES", "RULE", "FAILURE", "INVALID ANSWER")
        for chain in chains {
            let modules = chain.modules.isEmpty ? "-" : chain.modules.joined(separator: ", ")
            table.add(
                chain.callback, modules, chain.rule.rawValue, chain.failureRule.rawValue,
                chain.invalidAnswerRule.rawValue)
        }
        print(table.text)
    }
}

extension ChainDescription {
    fileprivate var json: JSONValue {
        [
            "callback": .string(callback), "modules": .array(modules.map { .string($0) }),
            "rule": .string(rule.rawValue), "failure": .string(failureRule.rawValue),
            "invalid_answer": .string(invalidAnswerRule.rawValue),
        ]
    }
}
