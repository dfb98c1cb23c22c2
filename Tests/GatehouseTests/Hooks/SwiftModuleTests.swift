import Gatehouse
import Testing

/// Closures of the application in the chains.
struct SwiftModuleTests {
    private static let invite = "spam_checker.user_may_invite"
    private static let arguments = #"{"inviter": "@a:x", "invitee": "@b:x", "room_id": "!r:x"}"#

    private func host(_ modules: [ModuleEntry], _ closure: @escaping SwiftModule.Closure) async throws -> Gatehouse {
        var builder = Gatehouse.Builder(try TestModules.configuration(modules))
        var module = SwiftModule("mine")
        module.on(Self.invite, closure)
        try builder.register(module: module)
        return try await builder.load()
    }

    @Test func `a closure answers like a module`() async throws {
        let host = try await host([ModuleEntry(builtin: "mine")]) { arguments in
            arguments["inviter"] == "@a:x" ? .answer(.denial) : .next
        }
        let result = try await host.call(Self.invite, arguments: Self.arguments)
        #expect(result.outcome == .answered(.denialWithCode("M_FORBIDDEN", fields: JSON([:]))))
        #expect(result.decidedBy == "mine")
        #expect(host.instances.map(\.callbacks) == [[Self.invite]])
    }

    @Test func `its place in the order is that of the configuration`() async throws {
        let before = ModuleEntry.scripted("before", Self.invite, ["allow": true])
        let after = ModuleEntry.scripted("after", Self.invite, ["deny": true])
        let host = try await host([before, ModuleEntry(builtin: "mine", name: "here"), after]) { _ in .next }
        let result = try await host.call(Self.invite, arguments: Self.arguments, traced: true)
        #expect(result.trail?.map(\.module) == ["before", "here", "after"])
    }

    @Test func `what a closure throws is a failure of the module`() async throws {
        let failure = Failure.withStatus(status: 429, code: "M_LIMIT_EXCEEDED", message: "later", fields: JSON([:]))
        let host = try await host([ModuleEntry(builtin: "mine")]) { _ in throw failure }
        #expect(try await host.call(Self.invite, arguments: Self.arguments).outcome == .failed(failure))
    }

    @Test func `an answer of another kind is an invalid answer`() async throws {
        let host = try await host([ModuleEntry(builtin: "mine")]) { _ in .answer(.everyone) }
        let result = try await host.call(Self.invite, arguments: Self.arguments)
        #expect(result.held == .invalidAnswer(.deny))
    }

    @Test func `a module that nobody registers is a problem`() async throws {
        let problems = try await #require(throws: Problems.self) {
            _ = try await host([ModuleEntry(builtin: "mein")]) { _ in .next }
        }
        #expect(problems.list.map(\.code) == ["builtin.unknown"])
        #expect(problems.list.map(\.cure) == ["Did you mean `mine`?"])
    }

    @Test func `a callback that there is not is a problem, and so is a name that is taken`() throws {
        var builder = try TestModules.builder()
        var wrong = SwiftModule("wrong")
        wrong.on("spam_checker.user_may_invit") { _ in .next }
        let problems = try #require(throws: Problems.self) { try builder.register(module: wrong) }
        #expect(problems.list.map(\.code) == ["builtin.callback"])
        #expect(problems.list.map(\.cure) == ["Did you mean spam_checker.user_may_invite?"])
        try builder.register(module: SwiftModule("mine"))
        let taken = try #require(throws: Problems.self) { try builder.register(module: SwiftModule("mine")) }
        #expect(taken.list.map(\.code) == ["builtin.twice"])
    }
}
