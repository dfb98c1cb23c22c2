import JSONText
import Testing

struct MainTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func run(_ arguments: [String]) throws -> Ending { try Tool.run(arguments, in: folder.path) }

    @Test func `the version is three numbers`() throws {
        let ending = try run(["--version"])
        #expect(ending.status == 0)
        #expect(ending.output.wholeMatch(of: try Regex(#"\d+\.\d+\.\d+\n"#)) != nil)
        #expect(ending.errors == "")
    }

    @Test(arguments: [["--help"], ["-h"], ["help"], []])
    func `help names every command`(arguments: [String]) throws {
        let ending = try run(arguments)
        #expect(ending.status == 0)
        for command in ["modules", "chains", "callbacks", "call", "replay"] {
            #expect(ending.output.contains("\n  \(command) "), "\(command)")
        }
        #expect(ending.errors == "")
    }

    @Test(arguments: ["modules", "chains", "callbacks", "call", "replay"])
    func `each command has help of its own`(command: String) throws {
        let ending = try run([command, "--help"])
        #expect(ending.status == 0)
        #expect(ending.output.contains("USAGE: gatehouse \(command)"))
        #expect(ending.output.contains("--json"))
    }

    @Test(arguments: [
        ["nonsense"], ["--nonsense"], ["modules", "extra"], ["chains", "--alll"], ["callbacks", "extra"], ["call"],
        ["call", "spam_checker.user_may_invite"], ["call", "--arguments", "{}"],
        ["call", "spam_checker.user_may_invite", "--arguments"],
        ["call", "spam_checker.user_may_invite", "--arguments", "{}", "--explain=yes"], ["replay"],
        ["replay", "--expect"], ["modules", "--config"],
    ])
    func `wrong use of the command line ends with 2 and says what is right`(arguments: [String]) throws {
        let ending = try run(arguments)
        #expect(ending.status == 2)
        #expect(ending.output == "")
        #expect(ending.errors.contains("Usage: gatehouse"), "\(ending.errors)")
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `completion scripts know the commands`(shell: String) throws {
        let ending = try run(["--generate-completion-script", shell])
        #expect(ending.status == 0)
        for command in ["modules", "callbacks", "replay"] { #expect(ending.output.contains(command)) }
    }
}
