import JSONText
import Testing

/// Where the configuration comes from, and what is said of a bad one.
struct ConfigurationCommandTests {
    private static let commands = [
        ["modules"], ["chains"], ["replay", "none.jsonl"],
        ["call", "spam_checker.user_may_invite", "--arguments", "{}"],
    ]

    private static let mistakes = """
        modul: 1
        modules:
          - module: house_rules
            nam: x
          - module: ./none.so
        """

    @Test(arguments: commands + commands[2...].map { $0 + ["--json"] })
    func `all mistakes come out in one go, on standard error`(command: [String]) throws {
        let scene = try Scene(yaml: Self.mistakes)
        let ending = try Tool.run(command, in: scene.folder.path)
        #expect(ending.status == 1)
        #expect(ending.output == "")
        #expect(ending.errorLines.allSatisfy { $0.hasPrefix("error: \(scene.folder.path)/gatehouse.yaml:") })
        for (place, code) in [("1: modul", "[config.unknown-key]"), ("4: modules.0.nam", "[config.unknown-key]")] {
            #expect(ending.errorLines.contains { $0.contains("gatehouse.yaml:\(place)") && $0.hasSuffix(code) })
        }
    }

    @Test(arguments: commands)
    func `what the modules refuse comes out in one go as well`(command: [String]) throws {
        let scene = try Scene(
            ["module": "house_rules", "config": ["server": 1, "colour": 2]], ["module": "none", "name": "other"],
            .scripted("fine", "spam_checker.user_may_invite", ["allow": true]))
        let ending = try Tool.run(command, in: scene.folder.path)
        #expect(ending.status == 1)
        #expect(ending.output == "")
        let places = ending.errorLines.map { $0.drop { $0 != "m" }.prefix { $0 != ":" } }
        #expect(ending.errorLines.count == 3, "\(places)")
        #expect(ending.errors.contains("modules.0 (house_rules).config.colour: "))
        #expect(ending.errors.contains("modules.0 (house_rules).config.server: "))
        #expect(ending.errors.contains("modules.1 (other): "))
    }

    @Test func `a file that is not there is one mistake`() throws {
        let folder = try Folder()
        let ending = try Tool.run(["chains", "--config", "none.yaml"], in: folder.path)
        #expect(ending.status == 1)
        #expect(ending.errorLines.count == 1)
        #expect(ending.errors.hasPrefix("error: \(folder.path)/none.yaml: there is no such file."))
        #expect(ending.errors.hasSuffix("[config.not-found]\n"))
    }

    @Test func `the file that is given counts before the variable, and that before the folder's`() throws {
        let scene = try Scene(.scripted("here", "spam_checker.user_may_invite", ["allow": true]))
        let named = try Scene(.scripted("named", "spam_checker.user_may_invite", ["allow": true]))
        let given = try Scene(.scripted("given", "spam_checker.user_may_invite", ["allow": true]))
        let variable = ["GATEHOUSE_CONFIG": "\(named.folder.path)/gatehouse.yaml"]
        let file = "\(given.folder.path)/gatehouse.yaml"
        let endings = [
            try scene.run("chains", "--json"), try scene.run("chains", "--json", environment: variable),
            try scene.run("chains", "--json", "--config", file, environment: variable),
        ]
        #expect(endings.map(\.status) == [0, 0, 0])
        let names = try endings.map { try $0.json().items.first?[member: "modules"]?.items ?? [] }
        #expect(names == [["here"], ["named"], ["given"]])
    }
}
