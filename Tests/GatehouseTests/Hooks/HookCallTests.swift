import Gatehouse
import Testing

/// Hooks of an application, asked through real modules.
struct HookCallTests {
    @Test(arguments: [(5, true), (15, false), (25, false)])
    func `the first module that says false decides`(number: Int64, expected: Bool) async throws {
        var builder = try TestModules.builder(.hooked("twenty", 20), .ledger(["limit": 10]))
        let isBelow = try builder.hook("test.is_below", Bool.self, ("number", Int64.self), rule: .firstFalse)
        let host = try await builder.load()
        #expect(try await isBelow(number) == expected)
        #expect(host.hookDescriptions.map(\.modules) == [["twenty", "ledger"]])
    }

    @Test(arguments: [(5, true), (15, true), (25, false)])
    func `the first module that says true decides`(number: Int64, expected: Bool) async throws {
        var builder = try TestModules.builder(.hooked("twenty", 20), .ledger(["limit": 10]))
        let isBelow = try builder.hook("test.is_below", Bool.self, ("number", Int64.self), rule: .firstTrue)
        let host = try await builder.load()
        defer { host.shutDown() }
        #expect(try await isBelow(number) == expected)
    }

    @Test func `the first answer is the result, and where nobody answers there is none`() async throws {
        var builder = try TestModules.builder(.hooked("one", 1), .hooked("two", 2))
        let name = try builder.hook("test.name_of", String?.self, ("number", Int64.self), rule: .firstAnswer)
        let host = try await builder.load()
        defer { host.shutDown() }
        #expect(try await name(2) == "mine")
        #expect(try await name(3) == nil)
    }

    @Test func `all modules are told, and sums add up`() async throws {
        var builder = try TestModules.builder(.hooked("one", 1), .hooked("two", 2))
        let told = try builder.notice("test.told", ("text", String.self))
        let count = try builder.hook("test.count", Int64.self, rule: .sum)
        let host = try await builder.load()
        defer { host.shutDown() }
        try await told("a")
        try await told("b")
        #expect(try await count() == 4)
    }

    @Test func `a sum beyond the type is told`() async throws {
        var builder = try TestModules.builder(.hooked("one", 200), .hooked("two", 56))
        let add = try builder.hook("test.add", UInt8.self, rule: .sum)
        let host = try await builder.load()
        defer { host.shutDown() }
        await #expect(throws: HookError.badResult("is 256, which is beyond u8", hook: "test.add")) { try await add() }
    }

    @Test func `each module of a fold gets what the one before it returned`() async throws {
        var builder = try TestModules.builder(.hooked("a", 3), .hooked("b", 1), .hooked("c", 2))
        let append = try builder.hook("test.append", String.self, ("text", String.self), rule: .foldLeft)
        let host = try await builder.load()
        defer { host.shutDown() }
        #expect(try await append("x") == "x312")
        #expect(try await append("") == "312")
    }

    @Test func `a hook that nobody offers has the neutral result`() async throws {
        var builder = try TestModules.builder()
        let isBelow = try builder.hook("test.is_below", Bool.self, ("number", Int64.self), rule: .firstFalse)
        let append = try builder.hook("test.append", String.self, ("text", String.self), rule: .foldLeft)
        let host = try await builder.load()
        defer { host.shutDown() }
        #expect(try await isBelow(1))
        #expect(try await append("x") == "x")
    }

    @Test func `arguments of all kinds arrive, by types and by text`() async throws {
        var builder = try TestModules.builder(.hooked("one", 1))
        let mix = try builder.hook(
            "test.mix", signature: "f64(f64, f32, i8, str, json, cstr, bool)", rule: .sum)
        let host = try await builder.load()
        defer { host.shutDown() }
        let result = try await mix(0.5, 0.25, -3, "text", .json(JSON(["a"])), "abc", true)
        #expect(result == .number(1 + 0.5 + 0.25 - 3 + 4 + 5 + 3 + 1))
    }

    @Test(arguments: [1100, 100_000])
    func `a long text arrives whole, beside calls that the call makes`(size: Int) async throws {
        let text = String(repeating: "x", count: size)
        var configuration = try TestModules.configuration([ModuleEntry(builtin: "mine"), .hooked("one", 1)])
        configuration.allowWritablePaths = true
        var builder = Gatehouse.Builder(configuration)
        let length = try builder.hook("test.length", Int64.self, ("text", String.self), rule: .sum)
        var module = SwiftModule("mine", isPrompt: true)
        module.offer("test.length") { (text: String) in Int64(text.utf8.count) }
        module.offer("test.twice") { (text: String) throws -> String? in "\(try now(length, text)) \(text)" }
        try builder.register(module: module)
        let twice = try builder.hook("test.twice", String?.self, ("text", String.self), rule: .firstAnswer)
        let host = try await builder.load()
        defer { host.shutDown() }
        for _ in 0..<2 { #expect(try await twice(text) == "\(size) \(text)") }
    }

    @Test func `values are checked where the signature is text`() async throws {
        var builder = try TestModules.builder(.hooked("one", 1))
        let isBelow = try builder.hook("test.is_below", signature: "bool(i64 number)", rule: .firstFalse)
        let host = try await builder.load()
        defer { host.shutDown() }
        await #expect(throws: HookError.badArgument("number: expected i64, found a text")) { try await isBelow("x") }
        await #expect(throws: HookError.badArgument("test.is_below takes 1 arguments, not 0")) { try await isBelow() }
    }

    @Test func `a module that may block is not asked by a caller that cannot wait`() async throws {
        var builder = try TestModules.builder(.ledger(["limit": 1]), .hooked("slow", 1))
        let isBelow = try builder.hook("test.is_below", Bool.self, ("number", Int64.self), rule: .firstFalse)
        let echo = try builder.hook("test.echo", String?.self, ("text", String?.self), rule: .firstAnswer)
        let host = try await builder.load()
        defer { host.shutDown() }
        #expect(throws: HookError.mustWait(module: "slow")) { try now(isBelow, 0) }
        #expect(try now(echo, "a") == "a")
        #expect(try now(echo, nil) == nil)
    }

    /// The form for callers that cannot wait.
    private func now<Result, Argument>(_ hook: Hook<Result, Argument>, _ argument: Argument) throws -> Result {
        try hook(argument)
    }

    @Test func `a hook is called after loading and before shutting down`() async throws {
        var builder = try TestModules.builder(.hooked("one", 1))
        let isBelow = try builder.hook("test.is_below", Bool.self, ("number", Int64.self), rule: .firstFalse)
        await #expect(throws: HookError.notLoaded(hook: "test.is_below")) { try await isBelow(1) }
        let host = try await builder.load()
        host.shutDown()
        await #expect(throws: HookError.shutDown) { try await isBelow(1) }
    }

    @Test func `an instance takes one call at a time`() async throws {
        var builder = try TestModules.builder(.hooked("one", 1))
        let told = try builder.notice("test.told", ("text", String.self))
        let count = try builder.hook("test.count", Int64.self, rule: .sum)
        let host = try await builder.load()
        defer { host.shutDown() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { for _ in 0..<500 { try await told("x") } } }
            try await group.waitForAll()
        }
        #expect(try await count() == 4000)
    }
}
