import Gatehouse
import Testing

struct HookFileTests {
    @Test func `hooks are read from a file`() throws {
        let file = try HookFile(
            yaml: """
                hooks:
                  - name: billing.may_charge
                    signature: bool(str user, i64 cents)
                    rule: first false
                    on_failure: refuse
                    required: true
                  - {name: billing.price, signature: "i64(i64)", rule: fold left}
                """, file: "hooks.yaml")
        #expect(file.hooks.map(\.name) == ["billing.may_charge", "billing.price"])
        #expect(file.hooks.map(\.signature.description) == ["bool(str user, i64 cents)", "i64(i64)"])
        #expect(file.hooks.map(\.rule) == [.firstFalse, .foldLeft])
        #expect(file.hooks.map(\.failureRule) == [.refuse, .propagate])
        #expect(file.hooks.map(\.isRequired) == [true, false])
    }

    @Test func `all mistakes come out, each with its line`() throws {
        let problems = try #require(throws: Problems.self) {
            try HookFile(
                yaml: """
                    hooks:
                      - name: billing.may_charge
                        signature: bool(string)
                        rule: first false
                      - name: x
                        signature: i8()
                        rule: first of all
                      - {name: a.b, signature: i8(), rule: tell all}
                      - {name: a.c, signature: i8(), rule: sum}
                      - {name: a.c, signature: i8(), rule: sum}
                    """, file: "hooks.yaml")
        }
        #expect(
            problems.list.map { "\($0.subject) [\($0.code)]" } == [
                "hooks.yaml:3: hooks.0.signature [config.value]", "hooks.yaml:7: hooks.1.rule [config.value]",
                "hooks.yaml:8: hooks.2 [hook.declaration]", "hooks.yaml:10: hooks.4 [hook.declaration]",
            ])
    }

    @Test func `a file that is not there is told with its option`() throws {
        let problems = try #require(throws: Problems.self) { try HookFile(path: "/nowhere/hooks.yaml") }
        #expect(problems.list.map(\.cure) == ["Correct the path that `--hooks` gives."])
    }
}
