import Gatehouse
import Testing

/// Every callback, in every form, through a module of its own: what comes back, who decided, what is thrown.
struct TypedCallTests {
    private let sample: Sample

    init() throws { sample = try Sample() }

    @Test func `every callback of the catalogue is called here`() {
        #expect(
            TypedCall.all.map(\.name).sorted()
                == Catalogue.callbacks.filter { !$0.takesCookies }.map(\.fullName).sorted())
    }

    @Test(arguments: TypedCall.all)
    func `whatever a module does, the call that answers at once says what the rules make of it`(
        call: TypedCall
    ) throws {
        for answer in try ScriptedAnswer.all(of: call) {
            let host = try TestModules.host(.scripted("one", call.name, answer.answer))
            defer { host.shutDown() }
            #expect(try outcome { try call.atOnce(host, sample) } == answer.said, "\(answer.answer)")
        }
    }

    @Test(arguments: TypedCall.all)
    func `the call that may wait says the same`(call: TypedCall) async throws {
        for answer in try ScriptedAnswer.all(of: call) {
            let host = try TestModules.host(.scripted("one", call.name, answer.answer))
            defer { host.shutDown() }
            #expect(try await outcome { try await call.later(host, sample) } == answer.said, "\(answer.answer)")
        }
    }

    @Test(arguments: TypedCall.all)
    func `the call by name says the same, and who decided`(call: TypedCall) async throws {
        for answer in try ScriptedAnswer.all(of: call) {
            let host = try TestModules.host(.scripted("one", call.name, answer.answer))
            defer { host.shutDown() }
            let atOnce = try self.callByName(host, call)
            let later = try await host.call(call.name, arguments: call.arguments.text)
            for result in [atOnce, later] {
                #expect(result.outcome == answer.outcome, "\(answer.answer)")
                #expect(result.decidedBy == (answer.decides ? "one" : nil), "\(answer.answer)")
                #expect(result.trail == nil)
            }
        }
    }

    /// In a function that is not asynchronous the form is meant that answers at once.
    private func callByName(_ host: Gatehouse, _ call: TypedCall) throws -> CallResult {
        try host.call(call.name, arguments: call.arguments.text)
    }

    @Test(arguments: TypedCall.all)
    func `a callback that nobody implements has nothing against anything`(call: TypedCall) async throws {
        let host = try TestModules.host()
        defer { host.shutDown() }
        let kind = try #require(Catalogue.callback(call.name)).reply
        #expect(try call.atOnce(host, sample) == ScriptedAnswer.neutral(kind, call))
        #expect(try await call.later(host, sample) == ScriptedAnswer.neutral(kind, call))
        let result = try await host.call(call.name, arguments: call.arguments.text)
        #expect(result.outcome == .next)
        #expect(result.decidedBy == nil)
    }

    @Test(arguments: TypedCall.all)
    func `a module that may take its time is only asked by callers that may wait`(call: TypedCall) async throws {
        let callback = try #require(Catalogue.callback(call.name))
        let host = try TestModules.host(Self.slow(callback))
        defer { host.shutDown() }
        let kind = callback.reply
        #expect(try outcome { try call.atOnce(host, sample) } == .failure(.mustWait(module: "slow")))
        #expect(throws: CallError.mustWait(module: "slow")) { try callByName(host, call) }
        #expect(try await call.later(host, sample) == ScriptedAnswer.neutral(kind, call))
        #expect(try await host.call(call.name, arguments: call.arguments.text).outcome == .next)
    }

    /// A module that may take its time, behind one that does not and before a further one, where there may be several.
    private static func slow(_ callback: Callback) -> [ModuleEntry] {
        if callback.rule == .exclusive || callback.rule == .firstModule { return [.patient("slow", isLegacy: true)] }
        return [.scripted("prompt", callback.fullName, ["allow": true]), .patient("slow"), .patient("b")]
    }

    @Test(arguments: TypedCall.all)
    func `a host that is shut down asks nobody any more`(call: TypedCall) async throws {
        let host = try TestModules.host(.scripted("one", call.name, ["allow": true]))
        host.shutDown()
        host.shutDown()
        #expect(try outcome { try call.atOnce(host, sample) } == .failure(.shutDown))
        #expect(try await outcome { try await call.later(host, sample) } == .failure(.shutDown))
        #expect(throws: CallError.shutDown) { try callByName(host, call) }
        await #expect(throws: CallError.shutDown) { try await host.call(call.name, arguments: call.arguments.text) }
    }
}
