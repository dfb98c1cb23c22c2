import Gatehouse
import Testing

/// Closures of the application that answer its hooks.
struct SwiftOfferTests {
    private func builder(
        _ modules: [ModuleEntry] = [ModuleEntry(builtin: "mine")], isPrompt: Bool = false,
        _ offer: (inout SwiftModule) -> Void
    ) throws -> Gatehouse.Builder {
        var builder = Gatehouse.Builder(try TestModules.configuration(modules))
        var module = SwiftModule("mine", isPrompt: isPrompt)
        offer(&module)
        try builder.register(module: module)
        return builder
    }

    @Test func `a closure stands between modules at its place`() async throws {
        var builder = try builder([.hooked("a", 1), ModuleEntry(builtin: "mine"), .hooked("b", 2)]) { module in
            module.offer("test.append") { (text: String) in "\(text)-" }
        }
        let append = try builder.hook("test.append", String.self, ("text", String.self), rule: .foldLeft)
        let host = try await builder.load()
        defer { host.shutDown() }
        #expect(host.hookDescriptions.map(\.modules) == [["a", "mine", "b"]])
        #expect(try await append("x") == "x1-2")
        #expect(try await append("") == "1-2")
    }

    @Test func `arguments of all types arrive`() async throws {
        var builder = try builder { module in
            module.offer("test.mix") {
                (a: Double, b: Float, c: Int8, d: String, e: JSON, f: [UInt8]?, g: Bool) in
                "\(a) \(b) \(c) \(d) \(e.text) \(f ?? [0]) \(g)" as String?
            }
        }
        let mix = try builder.hook(
            "test.mix", String?.self, ("a", Double.self), ("b", Float.self), ("c", Int8.self), ("d", String.self),
            ("e", JSON.self), ("f", [UInt8]?.self), ("g", Bool.self), rule: .firstAnswer)
        let host = try await builder.load()
        defer { host.shutDown() }
        #expect(
            try await mix(0.5, 0.25, -3, "text", JSON(["a"]), [1, 2], true) == "0.5 0.25 -3 text [\"a\"] [1, 2] true")
        #expect(try await mix(-1, 1, 127, "", JSON(5), nil, false) == "-1.0 1.0 127  5 [0] false")
    }

    @Test func `a result that is absent lets the next one answer`() async throws {
        var builder = try builder([ModuleEntry(builtin: "mine"), .hooked("two", 2)]) { module in
            module.offer("test.name_of") { (number: Int64) in number == 1 ? "one" : nil as String? }
        }
        let name = try builder.hook("test.name_of", String?.self, ("number", Int64.self), rule: .firstAnswer)
        let host = try await builder.load()
        defer { host.shutDown() }
        #expect(try await name(1) == "one")
        #expect(try await name(2) == "mine")
        #expect(try await name(3) == nil)
    }

    @Test func `closures without a result are told`() async throws {
        let (stream, told) = AsyncStream.makeStream(of: String.self)
        var builder = try builder { module in
            module.offer("test.told") { (text: String) in told.yield(text) }
        }
        let tell = try builder.notice("test.told", ("text", String.self))
        let host = try await builder.load()
        defer { host.shutDown() }
        try await tell("a")
        told.finish()
        #expect(await stream.reduce(into: []) { $0.append($1) } == ["a"])
    }

    @Test func `what a closure throws is a failure, and so are values that are none of the types`() async throws {
        var builder = try builder { module in
            module.offer("test.fails") { (_: Int64) throws -> Bool in throw Failure.plain("closed") }
            module.offer("test.needs") { (text: String) in text }
            module.offer("test.count", signature: Signature(result: .i8, parameters: [])) { _ in 128 }
        }
        let fails = try builder.hook("test.fails", Bool.self, ("number", Int64.self), rule: .firstFalse)
        let needs = try builder.hook("test.needs", String?.self, ("text", String?.self), rule: .firstAnswer)
        let count = try builder.hook("test.count", Int8.self, rule: .sum)
        let host = try await builder.load()
        defer { host.shutDown() }
        func failure(_ text: String, _ hook: String) -> HookError { .failed(text, module: "mine", hook: hook) }
        await #expect(throws: failure("closed", "test.fails")) { try await fails(1) }
        #expect(try await needs("a") == "a")
        await #expect(throws: failure("absent", "test.needs")) { try await needs(nil) }
        await #expect(throws: failure("128 is not within i8", "test.count")) { try await count() }
    }

    @Test func `a sum of floats beyond the type is told`() async throws {
        let twice = ["one", "two"].map { ModuleEntry(builtin: "mine", name: $0) }
        var builder = try builder(twice) { module in module.offer("test.add") { 3e38 as Float } }
        let add = try builder.hook("test.add", Float.self, rule: .sum)
        let host = try await builder.load()
        defer { host.shutDown() }
        let cause = "is \(Double(3e38 as Float) * 2), which is beyond f32"
        await #expect(throws: HookError.badResult(cause, hook: "test.add")) { try await add() }
    }

    @Test func `a signature that differs is refused, with both written out`() async throws {
        let problems = try await #require(throws: Problems.self) {
            var builder = try builder { module in module.offer("test.is_below") { (number: Int32) in number < 5 } }
            _ = try builder.hook("test.is_below", Bool.self, ("number", Int64.self), rule: .firstFalse)
            _ = try await builder.load()
        }
        #expect(
            problems.list.map(\.cause) == [
                "it offers test.is_below as bool(i32), and the application declares bool(i64 number)"
            ])
    }

    @Test(arguments: [true, false])
    func `a caller that cannot wait asks prompt closures only`(isPrompt: Bool) async throws {
        var builder = try builder(isPrompt: isPrompt) { module in module.offer("test.yes") { true } }
        let yes = try builder.hook("test.yes", Bool.self, rule: .firstFalse)
        let host = try await builder.load()
        defer { host.shutDown() }
        func now() throws -> Bool { try yes() }
        if isPrompt {
            #expect(try now())
        } else {
            #expect(throws: HookError.mustWait(module: "mine")) { try now() }
        }
    }
}
