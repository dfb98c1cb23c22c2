import Foundation
import JSONText
import Testing

/// What the command line says of hooks, adopted libraries, and modules of an application.
struct HookCommandTests {
    private static let hooked: JSONValue = ["module": "hooked", "config": ["number": 1]]
    private static let strcmp: JSONValue = [
        "adopt": "libc.so.6", "name": "c",
        "callbacks": [
            "spam_checker.user_may_join_room": [
                "call": "i32 strcmp(cstr a, cstr b)", "with": ["a": "user_id", "b": "room_id"],
                "when": ["default": "next"],
            ]
        ],
    ]

    private func hooks(_ scene: Scene, _ signature: String, required: Bool = false) throws {
        try scene.folder.write(
            "hooks.yaml",
            """
            hooks:
              - {name: test.is_below, signature: "\(signature)", rule: first false, on_failure: refuse}
              - {name: test.other, signature: bool(), rule: first true, required: \(required)}
            """)
    }

    @Test func `without the application functions for its hooks are notes`() throws {
        let ending = try Scene(Self.hooked).run("check")
        #expect(ending.status == 0)
        let notes = ending.outputLines.filter { $0.hasPrefix("note: ") }
        #expect(notes.count == 11)
        #expect(
            notes.first?.hasSuffix("(hooked): it offers test.is_below, bool(i64 number), to an application") == true)
    }

    @Test func `with its hooks the two are compared`() throws {
        let scene = try Scene(Self.hooked)
        try hooks(scene, "bool(i32)", required: true)
        let ending = try scene.run("check", "--hooks", "hooks.yaml")
        #expect(ending.status == 1)
        let errors = ending.outputLines.filter { $0.hasPrefix("error: ") }
        #expect(errors.map { $0.contains("[hook.signature]") } == [true, false])
        #expect(errors.map { $0.contains("[hook.missing]") } == [false, true])
        #expect(ending.outputLines.filter { $0.contains("[hook.undeclared]") }.count == 10)
    }

    @Test func `chains shows the hooks with their modules and rules`() throws {
        let scene = try Scene(Self.hooked)
        try hooks(scene, "bool(i64)")
        let lines = try scene.run("chains", "--hooks", "hooks.yaml").outputLines
        let columns = lines.map { $0.split(separator: "  ").map { $0.drop { $0 == " " } }.map(String.init) }
        #expect(
            columns.dropFirst() == [
                ["test.is_below, bool(i64)", "hooked", "first false", "refuse", "refuse"],
                ["test.other, bool()", "-", "first true", "propagate", "propagate"],
            ])
        let json = try scene.run("chains", "--hooks", "hooks.yaml", "--json").json().items
        #expect(json.first?[member: "signature"] == "bool(i64)")
    }

    @Test func `chains shows the signatures that modules offer where nobody declares the hooks`() throws {
        let scene = try Scene(Self.hooked)
        let lines = try scene.run("chains").outputLines
        let line = try #require(lines.first { $0.hasPrefix("test.is_below, bool(i64 number) ") })
        #expect(line.split(separator: "  ").dropFirst().first?.contains("hooked") == true)
        let hooks = try scene.run("chains", "--json").json().items
        let found = try #require(hooks.first { $0[member: "hook"] == "test.is_below" })
        #expect(found[member: "signature"] == "bool(i64 number)")
    }

    @Test func `the example that adopts a library is checked and called as its README says`() throws {
        let folder = "\(Tool.root)/Plugins/common-names"
        let page = try String(contentsOfFile: "\(folder)/README.md", encoding: .utf8)
        let arguments = try #require(page.firstMatch(of: /--arguments '(.+)'/)?.output.1)
        let printed = try #require(page.firstMatch(of: /prints `(.+)`/)?.output.1)
        let check = try Tool.run(["check", "--config", "gatehouse.yaml"], in: folder)
        #expect(check.status == 0, "run `make libraries`: \(check.output)")
        let callback = "spam_checker.check_registration_for_spam"
        let call = try Tool.run(
            ["call", callback, "--config", "gatehouse.yaml", "--arguments", "\(arguments)"], in: folder)
        #expect(call.status == 1)
        #expect(call.outputLines == ["\(printed)"])
    }

    @Test func `mistakes in the file of hooks are told`() throws {
        let scene = try Scene(Self.hooked)
        try hooks(scene, "bool(int)")
        let ending = try scene.run("check", "--hooks", "hooks.yaml")
        #expect(ending.status == 1)
        #expect(ending.output.contains("hooks.yaml:2: hooks.0.signature"))
    }

    @Test func `check shows what a library is adopted for, and chains whom it stands beside`() throws {
        let scene = try Scene(.scripted("a", "spam_checker.user_may_join_room", ["allow": true]), Self.strcmp)
        let ending = try scene.run("check")
        #expect(ending.status == 0)
        #expect(
            ending.output.contains("(c): spam_checker.user_may_join_room: {\"call\":\"i32 strcmp(cstr a, cstr b)\""))
        #expect(try scene.run("chains").output.contains("a, c"))
    }

    @Test func `a function that a library does not have is told with one that it has`() throws {
        let wrong = try JSONValue(parsing: Self.strcmp.text.replacing("strcmp", with: "strcpm"))
        let ending = try Scene(wrong).run("check")
        #expect(ending.status == 1)
        #expect(ending.output.contains("/libc.so.6 has no function strcpm. Did you mean "))
        #expect(ending.output.contains("[adopt.symbol]"))
    }

    @Test func `a module of the application is a note, and an error where it is none of those that are named`() throws {
        let scene = try Scene(["builtin": "audit"])
        #expect(try scene.run("check").output.contains("note: "))
        #expect(try scene.run("check", "--builtin", "audit").status == 0)
        let ending = try scene.run("check", "--builtin", "audits")
        #expect(ending.status == 1)
        #expect(ending.output.contains("Did you mean `audits`? [builtin.unknown]"))
    }

    @Test func `a call passes over what only the application knows`() throws {
        let scene = try Scene(["builtin": "audit"], Self.hooked, Self.strcmp)
        let arguments = #"{"user_id": "a", "room_id": "b", "is_invited": false}"#
        let ending = try scene.run("call", "spam_checker.user_may_join_room", "--arguments", arguments)
        #expect(ending.status == 0)
        #expect(try ending.json()[member: "outcome"] == "next")
    }
}
