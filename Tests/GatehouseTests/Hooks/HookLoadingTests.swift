import Gatehouse
import InMemoryLogging
import Logging
import Testing

/// What modules offer is laid beside what the application declares.
struct HookLoadingTests {
    private func problems(_ body: () async throws -> Void) async throws -> [String] {
        let problems = try await #require(throws: Problems.self) { try await body() }
        return problems.list.map { "\($0.cause) [\($0.code)]" }
    }

    @Test func `a signature that differs is refused, with both written out`() async throws {
        let found = try await problems {
            var builder = try TestModules.builder(.hooked("one", 1))
            _ = try builder.hook("test.is_below", Bool.self, ("number", Int32.self), rule: .firstFalse)
            _ = try await builder.load()
        }
        #expect(
            found == [
                "it offers test.is_below as bool(i64 number), and the application declares bool(i32 number) "
                    + "[hook.signature]"
            ])
    }

    @Test func `a hook that nobody offers is a problem where it is required`() async throws {
        let found = try await problems {
            var builder = try TestModules.builder(.hooked("one", 1, without: "test.count"))
            _ = try builder.hook("test.count", Int64.self, rule: .sum, isRequired: true)
            _ = try await builder.load()
        }
        #expect(found == ["no module offers a function for it, and it is required [hook.missing]"])
    }

    @Test func `an offer that nobody declares is a problem where the module requires the hook`() async throws {
        let found = try await problems {
            _ = try await TestModules.builder(.ledger(["limit": 1, "wanted": "test.ech"])).load()
        }
        #expect(
            found == ["it offers test.ech, void(str), and the application declares no such hook [hook.undeclared]"])
    }

    @Test func `an offer that nobody declares is a warning otherwise`() async throws {
        let log = InMemoryLogHandler()
        let configuration = try TestModules.configuration([.ledger(["limit": 1]), .hooked("one", 1)])
        var builder = Gatehouse.Builder(configuration, logger: Logger(label: "test") { _ in log })
        _ = try builder.hook("test.count", Int64.self, rule: .sum)
        let host = try await builder.load()
        #expect(host.instances.map(\.name) == ["ledger", "one"])
        let warnings = log.entries.filter { $0.level == .warning }.map { "\($0.message)" }
        #expect(warnings.filter { $0.contains("declares no such hook") }.count == warnings.count)
        #expect(warnings.filter { $0.contains("it offers test.is_below, bool(i64") }.count == 2)
        #expect(!warnings.contains { $0.contains("test.count") })
    }

    @Test(
        arguments: [
            (["limit": 1, "bad": "bool(string)"], "the signature \"bool(string)\" for test.bad, column 6: "),
            (["limit": 1, "wrong": "test.echo"], "it offers two functions for test.echo"),
        ] as [(JSONValue, String)])
    func `an offer that makes no sense refuses the configuration`(config: JSONValue, cause: String) async throws {
        let found = try await problems { _ = try await TestModules.builder(.ledger(config)).load() }
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix(cause) == true)
        #expect(found.first?.hasSuffix("[module.configure.offer]") == true)
    }

    @Test func `what does not go together is refused when it is declared`() throws {
        var builder = try TestModules.builder()
        func refused(_ text: String, _ rule: HookRule, _ failure: HookFailureRule = .propagate) -> [String] {
            do {
                _ = try builder.hook("test.hook", signature: text, rule: rule, onFailure: failure)
                return []
            } catch {
                return error.list.map(\.cause)
            }
        }
        #expect(refused("i8()", .firstFalse) == ["the rule `first false` needs the result bool, not i8"])
        #expect(refused("void()", .firstTrue) == ["the rule `first true` needs the result bool, not void"])
        #expect(refused("i8()", .firstAnswer) == ["the rule `first answer` needs a result that may be absent, not i8"])
        #expect(refused("bool()", .tellAll) == ["the rule `tell all` needs the result void, not bool"])
        #expect(refused("str()", .sum) == ["the rule `sum` needs a number as the result, not str"])
        #expect(refused("str(i8)", .foldLeft) == ["the rule `fold left` needs a first parameter of the result's type"])
        #expect(refused("i8()", .sum, .refuse) == ["the failure rule `refuse` needs the result bool"])
        #expect(refused("i8(", .sum) == ["\"i8(\", column 4: expected the type of a parameter, found the end"])
        #expect(refused("i8()", .sum) == [])
        #expect(refused("i8()", .sum) == ["it is declared already"])
    }

    @Test func `a result that may be absent is an optional`() throws {
        var builder = try TestModules.builder()
        let problems = try #require(throws: Problems.self) {
            try builder.hook("test.name_of", String.self, ("number", Int64.self), rule: .firstAnswer)
        }
        #expect(
            problems.list.map(\.cause) == [
                "with the rule `first answer` there may be no result, and String is no optional"
            ])
        #expect(problems.list.map(\.cure) == ["Declare it with String?.self."])
    }

    @Test(arguments: ["hook", "a.b.c", "A.b", "", "a.", "a. b"])
    func `a name has two words and a point`(name: String) throws {
        var builder = try TestModules.builder()
        #expect(throws: Problems.self) { try builder.hook(name, Bool.self, rule: .firstFalse) }
    }
}
