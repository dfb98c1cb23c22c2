import Gatehouse
import Testing

/// What a module that fails does to a hook.
struct HookFailureTests {
    private func ask(_ rule: HookFailureRule, _ number: Int64) async throws -> Bool {
        var builder = try TestModules.builder(.ledger(["limit": 10]))
        let fails = try builder.hook(
            "test.fails", Bool.self, ("number", Int64.self), rule: .firstFalse, onFailure: rule)
        let host = try await builder.load()
        defer { host.shutDown() }
        return try await fails(number)
    }

    @Test func `the failure rule says what an exception means`() async throws {
        #expect(try await ask(.refuse, 1) == false)
        #expect(try await ask(.allow, 1) == true)
        #expect(try await ask(.skip, 1) == true)
        let failure = HookError.failed("C++ exception: the books are closed", module: "ledger", hook: "test.fails")
        await #expect(throws: failure) { try await ask(.propagate, 1) }
    }

    @Test(arguments: HookFailureRule.allCases)
    func `where nothing fails it says nothing`(rule: HookFailureRule) async throws {
        #expect(try await ask(rule, 10) == true)
    }

    @Test(arguments: [
        ("test.no_utf8", "the text that it returned is no UTF-8"),
        ("test.endless", "the text that it returned is over 16 MiB"),
    ])
    func `a result that is none is a failure`(hook: String, cause: String) async throws {
        var builder = try TestModules.builder(.hooked("one", 1))
        let text = try builder.hook(hook, String?.self, rule: .firstAnswer)
        let host = try await builder.load()
        defer { host.shutDown() }
        await #expect(throws: HookError.failed(cause, module: "one", hook: hook)) { try await text() }
    }

    @Test(
        arguments: [
            ("append", "str(str)", "x", "x12"), ("append_cstr", "cstr(cstr)", "x", "x12"),
            ("append_json", "json(json)", .json(JSON(5)), .json(JSON(512))),
        ] as [(String, String, ForeignValue, ForeignValue)])
    func `a fold goes on behind a result that is none with the last one that was`(
        hook: String, signature: String, argument: ForeignValue, result: ForeignValue
    ) async throws {
        var builder = try TestModules.builder(.hooked("a", 1), .hooked("spoils", 0), .hooked("b", 2), .hooked("z", 0))
        let fold = try builder.hook("test.\(hook)", signature: signature, rule: .foldLeft, onFailure: .skip)
        let host = try await builder.load()
        defer { host.shutDown() }
        for _ in 0..<2 { #expect(try await fold(argument) == result) }
    }
}
