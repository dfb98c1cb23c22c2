import Foundation

/// `conformance CASES MODULES`: runs chain cases through real modules and compares with what Synapse's chains did.
@main
enum Main {
    static func main() {
        guard CommandLine.arguments.count == 3 else {
            print("usage: conformance CASES MODULES", to: .standardError)
            exit(2)
        }
        guard let text = try? String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8) else {
            print("\(CommandLine.arguments[1]) cannot be read", to: .standardError)
            exit(2)
        }
        var tally = Tally(modulePath: CommandLine.arguments[2])
        for line in text.split(separator: "\n") { tally.run(String(line)) }
        print("\(tally.passed) passed, \(tally.failed) failed, \(tally.skipped) skipped")
        exit(tally.failed == 0 ? 0 : 1)
    }

    private static func print(_ text: String, to handle: FileHandle) { handle.write(Data((text + "\n").utf8)) }
    private static func print(_ text: String) { print(text, to: .standardOutput) }
}
