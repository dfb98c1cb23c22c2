import ArgumentParser
import CallbackChains
import Foundation
import JSONText
import MatrixCallbacks

/// `gatehouse callbacks`
struct CallbacksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "callbacks", abstract: "List the callbacks that this host knows.")

    @Flag(help: "Print JSON.")
    var json = false

    @Option(help: ArgumentHelp("Write a reference page a category into this folder.", valueName: "dir"))
    var markdown: String?

    @Option(help: ArgumentHelp("Write a page for porting a category into this folder.", valueName: "dir"))
    var porting: String?

    @Option(help: ArgumentHelp("Write the typed Swift calls into this folder.", valueName: "dir", visibility: .hidden))
    var swift: String?

    func run() throws {
        if let markdown {
            try write(
                Catalogue.categories.map { (ReferencePage.fileName($0), ReferencePage.markdown($0)) }, to: markdown)
        }
        if let porting {
            try write(Catalogue.categories.map { (PortingPage.fileName($0), PortingPage.markdown($0)) }, to: porting)
        }
        if let swift { try write(Catalogue.categories.flatMap(SwiftCalls.files), to: swift) }
        if markdown == nil && porting == nil && swift == nil { print(json ? Self.json : Self.table) }
    }

    private func write(_ files: [(name: String, text: String)], to folder: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for file in files {
                try file.text.write(toFile: "\(folder)/\(file.name)", atomically: true, encoding: .utf8)
            }
        } catch {
            Terminal.error("error: \(folder): it cannot be written: \(error.localizedDescription)")
            throw ExitCode(1)
        }
    }

    private static var table: String {
        var table = Table("CALLBACK", "SINCE", "RULE", "FAILURE", "INVALID ANSWER")
        for callback in Catalogue.callbacks {
            table.add(
                callback.fullName, callback.since, callback.rule.rawValue, callback.failure.rawValue,
                callback.invalid.rawValue)
        }
        return table.text
    }

    private static var json: String { JSONValue.array(Catalogue.callbacks.map { .object($0.json) }).text }
}
