import ArgumentParser
import Foundation

/// `gatehouse manual`: the manual page, which `make install` installs. Made from the same data as `--help`.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Print the manual page.", shouldDisplay: false)

    func run() throws {
        let tool = try JSONDecoder().decode(Described.self, from: Data(GatehouseCommand._dumpHelp().utf8))
        print(ManualPage(of: tool.command).text)
    }

    private struct Described: Decodable { let command: DescribedCommand }
}

/// A command as `--experimental-dump-help` describes it.
struct DescribedCommand: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let arguments: [Argument]?
    let subcommands: [DescribedCommand]?
    let shouldDisplay: Bool?

    struct Argument: Decodable {
        let kind: String
        let names: [Name]?
        let abstract: String?
        let valueName: String?
        let allValues: [String]?
        let defaultValue: String?
        let isOptional: Bool
        let isRepeating: Bool
        let shouldDisplay: Bool?
    }

    struct Name: Decodable {
        let kind: String
        let name: String

        var text: String { kind == "long" ? "--\(name)" : "-\(name)" }
    }
}
