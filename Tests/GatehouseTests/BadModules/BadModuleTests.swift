import Foundation
import Gatehouse
import Testing

/// Bad modules in the host's own process: all but those that no process survives.
struct BadModuleTests {
    private static let inHost = BadModule.all.filter(\.inHost)

    @Test func `every bad module is described, and built by make bad-modules`() {
        let sources = BadModule.files(ending: ".c") + BadModule.files(ending: ".cpp")
        let described = Set(BadModule.all.map(\.name))
        #expect(BadModule.all.count == BadModule.files(ending: ".json").count - 1)
        #expect(sources.map(name).filter { !described.contains($0) } == [])
        #expect(BadModule.all.map(\.path).filter { !FileManager.default.fileExists(atPath: $0) } == [])
        #expect(described.count > 40)
    }

    private func name(_ file: String) -> String {
        URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
    }

    @Test(arguments: inHost.filter { $0.result == .refused })
    func `a host refuses the module, says why, and works without it`(module: BadModule) async throws {
        let problems = problems(module)
        #expect(problems.map(\.code) == [module.code])
        let problem = try #require(problems.first)
        #expect(module.cause.map(problem.cause.contains) ?? true, "\(problem)")
        #expect(problem.subject.hasSuffix(module.subject ?? "(bad)"))
        try await expectToWork(try Gatehouse(Configuration(modules: [Self.good])))
    }

    @Test(arguments: inHost.filter { $0.result == .loads })
    func `a host goes by the callback's rules, and goes on with the module after it`(module: BadModule) async throws {
        let host = try Gatehouse(Configuration(modules: [entry(module), Self.good]))
        for call in module.calls {
            let result = try await host.call(call.callback, arguments: call.arguments)
            #expect(call.differences(from: try json(result, of: call.callback)) == [])
            let notes = result.notes.filter { $0.module == "bad" }.map(\.text)
            #expect(call.note.map { note in notes.contains { $0.contains(note) } } ?? true, "\(notes)")
        }
        try await expectToWork(host)
    }

    private static let good = ModuleEntry(
        BadModule.goodPath, name: "good", config: ["evil_users": ["@evil:example.org"]])

    private func entry(_ module: BadModule) -> ModuleEntry {
        ModuleEntry(module.path, name: "bad", deadline: module.deadline.flatMap { Duration(text: $0) })
    }

    private func problems(_ module: BadModule) -> [Problem] {
        do throws(Problems) {
            _ = try Gatehouse(Configuration(modules: [entry(module), Self.good]))
            return []
        } catch {
            return error.list
        }
    }

    /// The good module decides over events, behind the bad one where that is loaded.
    private func expectToWork(_ host: Gatehouse) async throws {
        defer { host.shutDown() }
        let callback = "spam_checker.check_event_for_spam"
        let event = try BadModule.arguments(for: callback)
        #expect(try await host.call(callback, arguments: event).decidedBy == "good")
        let other = event.replacing("@evil:", with: "@good:")
        #expect(try await host.call(callback, arguments: other).outcome == .next)
    }

    /// As `gatehouse call` prints it.
    private func json(_ result: CallResult, of callback: String) throws -> JSONValue {
        var object = try #require(Catalogue.callback(callback)).members(of: result.outcome)
        object["decided_by"] = result.decidedBy.map { .string($0) } ?? .null
        return .object(object)
    }
}
