import ArgumentParser
import Foundation
import Gatehouse
import JSONText
import Logging
import MatrixCallbacks

/// `gatehouse replay`
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Run recorded calls through the modules.",
        discussion: """
            A recording holds a call a line: {"seq", "callback", "arguments", "native"}. Ends with 1 when a line is no \
            call, or with --expect when an answer differs or a call is skipped, because its category is unknown here.
            """)

    @OptionGroup var host: HostOptions

    @Argument(help: ArgumentHelp("Recordings.", valueName: "file"))
    var files: [String]

    @Flag(help: "Compare what the module said itself with the recorded answer, `native`.")
    var expect = false

    func run() throws {
        let scratch = try ScratchFolder()
        defer { withExtendedLifetime(scratch) {} }
        let gatehouse = try host.load(logLevel: .error, scratch: scratch)  // failures are in the table
        defer { gatehouse.shutDown() }
        var replay = Replay(gatehouse, expects: expect, printsLines: host.json)
        for file in files { try replay.run(file) }
        if !host.json { print("\(replay.summary.table)\n\n\(replay.summary.speed)\n\(replay.summary.lastLine)") }
        if replay.isBad { throw ExitCode(1) }
    }
}
