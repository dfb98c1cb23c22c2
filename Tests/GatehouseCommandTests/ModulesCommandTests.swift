import JSONText
import Testing

struct ModulesCommandTests {
    private func scene() throws -> Scene {
        try Scene(.houseRules, .scripted("only", "spam_checker.user_may_invite", ["allow": true]))
    }

    @Test func `modules are listed in the order of the chains`() throws {
        let ending = try scene().run("modules")
        #expect(ending.status == 0)
        #expect(ending.errors == "")
        let titles = ending.outputLines.filter { !$0.hasPrefix(" ") }
        #expect(titles == ["house_rules  (house_rules 1.0.0)", "only  (scripted 1.0.0)"])
        #expect(ending.outputLines.last == "    spam_checker.user_may_invite")
        #expect(ending.output.contains("    contract 1.0, \(Tool.root)/build/modules/house_rules.so\n"))
    }

    @Test func `as JSON they are a list of objects`() throws {
        let ending = try scene().run("modules", "--json")
        #expect(ending.status == 0)
        let modules = try ending.json().items
        #expect(modules.map { $0[member: "name"] } == ["house_rules", "only"])
        let house = try #require(modules.first)
        #expect(
            house.keys == [
                "name", "module", "version", "vendor", "licence", "description", "contract", "path", "sha256",
                "callbacks", "offers",
            ])
        #expect(house[member: "sha256"]?.text.count == 66)
        #expect(modules.last?[member: "vendor"] == .null)
        #expect(modules.last?[member: "callbacks"] == ["spam_checker.user_may_invite"])
    }

    @Test func `where there are none, nothing is listed`() throws {
        let scene = try Scene()
        #expect(try scene.run("modules").output == "")
        #expect(try scene.run("modules", "--json").output == "[]\n")
    }
}
