import JSONText
import Testing

/// What modules cannot do side by side, as the command line tells it.
struct ClashTests {
    private static let renew = "account_validity.on_legacy_renew"
    private static let update = "background_update_controller.on_update"
    private static let login = "password_auth_provider.auth_checkers"

    private func scene(_ callback: String) throws -> Scene {
        try Scene(.scripted("one", callback, ["allow": true]), .scripted("two", callback, ["allow": true]))
    }

    @Test func `check refuses a second module in a callback that one alone may have`() throws {
        let ending = try scene(Self.renew).run("check")
        #expect(ending.status == 1)
        #expect(ending.output.contains("gatehouse.yaml:3: modules.1 (two): it takes part in \(Self.renew)"))
        #expect(ending.output.contains("[module.configure.exclusive]"))
        let json = try scene(Self.renew).run("check", "--json").json()
        #expect(json[member: "problems"]?.items.compactMap { $0[member: "code"] } == ["module.configure.exclusive"])
    }

    @Test func `check refuses different fields for one login type`() throws {
        let ending = try Scene(.houseRules, .scripted("other", Self.login, ["allow": true])).run("check")
        #expect(ending.status == 1)
        #expect(ending.output.contains("[module.configure.login-fields]"))
    }

    @Test func `check warns of a module that is never asked, and chains shows the one that is`() throws {
        let scene = try scene(Self.update)
        let json = try scene.run("check", "--json").json()
        #expect(json[member: "problems"]?.items.isEmpty == true)
        #expect(json[member: "warnings"]?.items.compactMap { $0[member: "code"] } == ["module.warning.never-asked"])
        let chains = try scene.run("chains", "--json").json().items
        #expect(chains.count == 5)
        #expect(chains.allSatisfy { $0[member: "modules"] == ["one"] }, "also where cookies go back to")
    }

    @Test func `chains tells the login types of each module`() throws {
        let lines = try Scene(.houseRules).run("chains").outputLines
        let line = try #require(lines.first { $0.hasPrefix(Self.login) })
        #expect(line.contains("house_rules (m.login.password: password; org.example.key: key)"))
    }

    @Test func `a module of an older section is checked with a warning`() throws {
        let scene = try Scene(
            yaml: """
                module_path: ["\(Tool.root)/build/modules"]
                allow_writable_paths: true
                spam_checker: {module: house_rules, config: {server: orchard.test}}

                """)
        let json = try scene.run("check", "--json").json()
        #expect(json[member: "warnings"]?.items.compactMap { $0[member: "code"] } == ["config.older-section"])
        let callbacks = try scene.run("chains", "--json").json().items.compactMap { $0[member: "callback"] }
        #expect(callbacks.count == 9)
        #expect(!callbacks.contains("spam_checker.user_may_join_room"))
    }

    @Test func `check warns of a module that has none of its section's callbacks`() throws {
        let scene = try Scene(
            yaml: """
                module_path: ["\(Tool.root)/build/test-modules"]
                allow_writable_paths: true
                password_providers:
                  - module: scripted
                    config: {callback: spam_checker.user_may_invite, answer: {allow: true}}

                """)
        let ending = try scene.run("check")
        #expect(ending.status == 0)
        #expect(
            ending.output.contains(
                "gatehouse.yaml:4: password_providers.0 (scripted): it has no callback of those that its section is for"
            ))
        #expect(ending.output.contains("[module.warning.never-asked]"))
        #expect(try scene.run("chains", "--json").json().items.isEmpty)
    }
}
