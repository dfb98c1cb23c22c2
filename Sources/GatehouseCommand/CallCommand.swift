import ArgumentParser
import CallbackChains
import Foundation
import Gatehouse
import JSONText
import MatrixCallbacks
import ModuleLoader

/// `gatehouse call`
struct CallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call", abstract: "Ask one callback and print the outcome.",
        discussion: "Ends with 1 when the answer objects or a module failed.")

    @OptionGroup var host: HostOptions

    @Argument(help: ArgumentHelp("The callback.", valueName: "category.callback"))
    var callback: String

    @Option(help: ArgumentHelp("The arguments: a JSON object, @FILE, or - for standard input.", valueName: "json"))
    var arguments: String

    @Flag(help: "Tell who was asked, how long each took, and which rule held.")
    var explain = false

    @Option(
        help: ArgumentHelp("How long it may take, if that is less than configured: 5s, 500ms.", valueName: "duration"))
    var deadline: Duration?

    @Flag(help: "Ask the chain that Synapse asks afterwards as well, where this one lets pass.")
    var follow = false

    @Option(
        help: ArgumentHelp("Which process of the homeserver asks: master, or a worker's name.", valueName: "name"))
    var process: String?

    func run() async throws {
        let text = try read(arguments)
        let gatehouse = try host.load()
        defer { gatehouse.shutDown() }
        do {
            let caller = Caller(
                deadline: deadline.map { .now + $0 }, traced: explain,
                process: process.map(CallingProcess.ofSynapse) ?? .unknown)
            let result = try await gatehouse.call(callback, arguments: text, follow: follow, caller)
            let members = Catalogue.callback(callback).map { result.members(for: $0, withTrail: explain) }
            Terminal.result(JSONValue.object(members ?? [:]).text)
            if result.objects { throw ExitCode(1) }
        } catch let error as CallError {
            Terminal.error("error: \(error)")
            throw ExitCode(1)
        }
    }

    private func read(_ source: String) throws -> String {
        do {
            if source == "-" {
                return String(decoding: try FileHandle.standardInput.readToEnd() ?? Data(), as: UTF8.self)
            }
            guard source.hasPrefix("@") else { return source }
            return try String(contentsOfFile: String(source.dropFirst()), encoding: .utf8)
        } catch {
            Terminal.error("error: \(source): it cannot be read: \(error.localizedDescription)")
            throw ExitCode(1)
        }
    }
}
