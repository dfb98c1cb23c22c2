import JSONText
import Testing

@testable import ModuleLoader

/// A C++ module that throws, in each of its entries.
@Suite struct ThrowingModuleTests {
    let host: TestHost

    init() throws { host = try TestHost() }

    private func throwing(in entry: String, as kind: String = "error") throws -> ModuleRequest {
        try host.entry("throwing", "thrower", ["in": .string(entry), "as": .string(kind)])
    }

    @Test(arguments: ["configure", "create"]) func `An exception refuses the configuration, with its text`(
        _ entry: String
    ) throws {
        let text = "x.yaml (thrower): it threw in \(entry): "
        #expect(host.refusals(try throwing(in: entry)) == [text + "thrown in \(entry) [module.\(entry).refused]"])
        #expect(
            host.refusals(try throwing(in: entry, as: "number"))
                == [text + "a C++ exception that is no std::exception [module.\(entry).refused]"])
    }

    @Test func `An exception in one create ends those before it`() throws {
        let refusals = host.refusals(try host.lifecycle("one"), try throwing(in: "create"), try host.lifecycle("two"))
        #expect(refusals.count == 1)
        #expect(host.journal == ["configure one", "configure two", "create one", "destroy one"])
    }

    @Test(arguments: ["error", "number"]) func `An exception in one destroy keeps no other from being ended`(
        _ kind: String
    ) throws {
        let modules = try host.load(host.lifecycle("one"), throwing(in: "destroy", as: kind), host.lifecycle("two"))
        modules.destroy()
        #expect(host.journal.suffix(2) == ["destroy two", "destroy one"])
        let text = kind == "error" ? "thrown in destroy" : "a C++ exception that is no std::exception"
        #expect(host.log.messages == ["it threw in destroy: \(text)"])
        #expect(host.log.lines.map(\.metadata) == [["module": "thrower"]])
    }

    @Test func `An exception in a callback is a failure, each time`() throws {
        let modules = try host.load(throwing(in: "user_may_create_room"))
        let outcomes = (0..<2).map { _ in modules.ofFiles[0].ask("spam_checker.user_may_create_room") }
        let failed = OwnOutcome.failed(.plain("C++ exception: thrown in user_may_create_room"))
        #expect(outcomes == [failed, failed])
        modules.destroy()
    }
}
