import Testing

@testable import ModuleLoader

/// What the instances of one host cannot do side by side.
@Suite struct ClashesTests {
    private let layouts = [
        TableLayout(
            category: "legacy", pointerOffset: 0, size: 32, slots: [.init(callback: "renew", offset: 16)],
            exclusive: ["renew"]),
        TableLayout.passwordAuthProvider, TableLayout.backgroundUpdateController,
    ]

    private func part(
        _ name: String, _ callbacks: [String] = [], _ logins: [(String, [String])] = [], onlyFor: [String]? = nil
    ) -> Clashes.Part {
        let request = ModuleRequest(
            reference: name, name: name, sha256: nil, config: "{}", origin: "x", onlyFor: onlyFor)
        return Clashes.Part(
            request, callbacks: callbacks, logins: logins.map { LoginCheck(type: $0.0, fields: $0.1) })
    }

    @Test func `Of callbacks that one module alone may have, every further one is refused`() {
        let parts = ["a", "b", "c"].map { part($0, ["legacy.renew", "legacy.other"]) }
        let problems = Clashes.problems(parts, layouts)
        #expect(problems.map(\.code) == ["module.configure.exclusive", "module.configure.exclusive"])
        #expect(problems.map(\.subject) == ["x (b)", "x (c)"])
        #expect(
            problems.map(\.cause)[0] == "it takes part in legacy.renew, and so does x (a); only one module may")
        #expect(Clashes.problems(Array(parts.prefix(1)), layouts) == [])
    }

    @Test func `Two modules check one login type with the same fields, in any order`() {
        let parts = [
            part("a", [], [("m.login.password", ["password", "pin"]), ("k", [])]),
            part("b", [], [("m.login.password", ["pin", "password"]), ("l", ["x"])]),
        ]
        #expect(Clashes.problems(parts, layouts) == [])
    }

    @Test func `With other fields the later one is refused, for each login type`() {
        let parts = [
            part("a", [], [("t", ["password"]), ("k", [])]),
            part("b", [], [("t", ["password", "pin"]), ("k", ["x"])]),
            part("c", [], [("t", ["password"])]),
        ]
        let problems = Clashes.problems(parts, layouts)
        #expect(problems.map(\.code) == ["module.configure.login-fields", "module.configure.login-fields"])
        #expect(problems.map(\.subject) == ["x (b)", "x (b)"])
        #expect(
            problems.map(\.cause) == [
                "it checks logins of the type t with the fields password, pin, and x (a) does with password",
                "it checks logins of the type k with the fields x, and x (a) does with (none)",
            ])
    }

    @Test func `A category that the first one owns is loaded again with a warning`() {
        let name = "background_update_controller.on_update"
        let parts = [part("a"), part("b", [name]), part("c", [name])]
        #expect(Clashes.problems(parts, layouts) == [])
        let warnings = Clashes.warnings(parts, layouts)
        #expect(warnings.map(\.code) == ["module.warning.never-asked"])
        #expect(warnings.map(\.subject) == ["x (c)"])
        #expect(warnings.map(\.cause).allSatisfy { $0.contains("because x (b) takes part in that before it") })
    }

    @Test func `A module that has none of its section's callbacks is loaded with a warning`() {
        let section = ["legacy.renew"]
        let parts = [
            part("a", section, onlyFor: section), part("b", onlyFor: section), part("c"), part("d", ["legacy.other"]),
        ]
        let warnings = Clashes.warnings(parts, layouts)
        #expect(warnings.map(\.code) == ["module.warning.never-asked"])
        #expect(warnings.map(\.subject) == ["x (b)"])
    }

    @Test func `What is missing beside a callback is told`() {
        let logins = TableLayout.passwordAuthProvider, updates = TableLayout.backgroundUpdateController
        #expect(logins.gaps(in: []).isEmpty)
        #expect(logins.gaps(in: ["auth_checkers", "post_login", "post_login_unused"]).isEmpty)
        #expect(logins.gaps(in: ["post_login"]).map(\.there) == [["post_login"]])
        #expect(updates.gaps(in: ["on_update", "min_batch_size"]).isEmpty)
        let gaps = updates.gaps(in: ["min_batch_size", "on_update_left"])
        #expect(gaps.map(\.there) == [["on_update_left"], ["min_batch_size", "on_update_left"]])
        #expect(gaps.last?.cure == "on_update as well, or none")
    }
}
