import JSONText
import Testing

/// `modules` and `chains` look in a child, as `check` does.
struct LookOptionsTests {
    /// Modules that end the process that looks, or keep it, and what is said of them.
    private static let fatal = [
        "configure_crashes": "while it is asked to configure itself",
        "configure_hangs": "from being asked to configure",
        "constructor_exits": "while it is asked to be opened",
    ]

    private func scene(_ module: String) throws -> Scene {
        try Scene(yaml: "modules: [{module: \(Tool.root)/build/bad-modules/\(module).so}]\n")
    }

    @Test(arguments: ["modules", "chains"], fatal.keys.sorted())
    func `a module that ends its process is named with its stage`(command: String, module: String) throws {
        let ending = try scene(module).run(command)
        #expect(ending.status == 1)
        #expect(ending.output == "")
        #expect(ending.errors.contains("(\(module)): it "))
        #expect(ending.errors.contains(try #require(Self.fatal[module])))
    }

    @Test(arguments: ["modules", "chains"])
    func `as JSON they tell what is wrong as check does`(command: String) throws {
        let scene = try scene("configure_crashes")
        let ending = try scene.run(command, "--json")
        #expect(ending.status == 1)
        #expect(ending.errors == "")
        #expect(try ending.json() == scene.run("check", "--json").json())
        let unread = try scene.run(command, "--json", "--config", "nope.yaml").json()
        #expect(unread[member: "problems"]?.items.compactMap { $0[member: "code"] } == ["config.not-found"])
    }

    @Test func `a module has as long as the option says`() throws {
        let ending = try scene("configure_hangs").run("modules", "--timeout", "300ms")
        #expect(ending.status == 1)
        #expect(ending.errors.contains("it has not come back after 300 ms"))
    }
}
