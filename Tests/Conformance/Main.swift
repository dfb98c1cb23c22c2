import Foundation
import JSONText
import ModuleLoader

/// `conformance CASES MODULES` runs chain cases through real modules and compares with what Synapse's chains did.
///
/// `conformance --play MODULES` reads cases without results from its input and answers each with a line that has
/// `result` and `asked`, or `refused` with the codes of problems, or `error`, at once: for whoever compares themselves.
@main
enum Main {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else { refuse("usage: conformance CASES|--play MODULES") }
        let player = Player(modulePath: arguments[2])
        if arguments[1] == "--play" {
            while let line = readLine() { print(answer(to: line, player)) }
        } else {
            compare(arguments[1], player)
        }
    }

    private static func compare(_ path: String, _ player: Player) {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { refuse("\(path) cannot be read") }
        var tally = Tally(player: player)
        for line in text.split(separator: "\n") { tally.run(String(line)) }
        print("\(tally.passed) passed, \(tally.failed) failed")
        exit(tally.failed == 0 ? 0 : 1)
    }

    private static func answer(to line: String, _ player: Player) -> String {
        guard let chainCase = ChainCase(line) else { return JSONValue.object(["error": "no chain case"]).text }
        do {
            let played = try player.play(chainCase)
            let asked = played.asked.map { JSONValue.integer(Int64($0)) }
            return JSONValue.object(["id": chainCase.id, "result": played.result, "asked": .array(asked)]).text
        } catch let problems as Problems {
            let codes = problems.list.map { JSONValue.string($0.code) }
            return JSONValue.object(["id": chainCase.id, "refused": .array(codes)]).text
        } catch {
            return JSONValue.object(["id": chainCase.id, "error": .string("\(error)")]).text
        }
    }

    private static func print(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

    private static func refuse(_ text: String) -> Never {
        FileHandle.standardError.write(Data((text + "\n").utf8))
        exit(2)
    }
}
