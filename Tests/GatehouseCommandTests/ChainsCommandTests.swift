import JSONText
import Testing

struct ChainsCommandTests {
    private func scene() throws -> Scene {
        try Scene(
            .scripted("a", "spam_checker.user_may_invite", ["allow": true]),
            .scripted("b", "third_party_rules.on_new_event", ["allow": true]),
            .scripted("c", "spam_checker.user_may_invite", ["allow": true]))
    }

    private func columns(_ line: String) -> [String] {
        line.split(separator: "  ", omittingEmptySubsequences: true).map { $0.drop { $0 == " " } }.map(String.init)
    }

    @Test func `each chain has a line, with its modules in order and its rules`() throws {
        let ending = try scene().run("chains")
        #expect(ending.status == 0)
        #expect(
            ending.outputLines.map(columns) == [
                ["CALLBACK", "MODULES", "RULE", "FAILURE", "INVALID ANSWER"],
                ["spam_checker.user_may_invite", "a, c", "first that objects", "propagate", "deny"],
                ["third_party_rules.on_new_event", "b", "tell all", "log and go on", "ignore and go on"],
            ])
    }

    @Test func `as JSON they are a list of objects`() throws {
        let ending = try scene().run("chains", "--json")
        #expect(ending.status == 0)
        #expect(
            try ending.json() == [
                [
                    "callback": "spam_checker.user_may_invite", "modules": ["a", "c"], "rule": "first that objects",
                    "failure": "propagate", "invalid_answer": "deny",
                ],
                [
                    "callback": "third_party_rules.on_new_event", "modules": ["b"], "rule": "tell all",
                    "failure": "log and go on", "invalid_answer": "ignore and go on",
                ],
            ])
    }

    @Test func `callbacks that no module implements are shown on demand`() throws {
        let scene = try scene()
        let lines = try scene.run("chains", "--all").outputLines.dropFirst().map(columns)
        #expect(lines.count == 55)
        #expect(lines.filter { $0[1] == "-" }.count == 53)
        #expect(try scene.run("chains", "--all", "--json").json().items.count == 55)
    }
}
