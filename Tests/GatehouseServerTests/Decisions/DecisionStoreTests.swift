import Gatehouse
import Logging
import Testing

@testable import GatehouseServer

struct DecisionStoreTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func store(readOnly: Bool = false) throws -> DecisionStore {
        try DecisionStore(folder: folder.path, readOnly: readOnly, logger: Logger(label: "test"))
    }

    private func decision(_ id: String) throws -> Decision {
        let result = CallResult.denied(by: "m")
        return try #require(
            Decision(result, of: "spam_checker.user_may_invite", arguments: Sample.inviting, requestID: id))
    }

    @Test func `what was kept is there for the next server, and for one who only looks`() async throws {
        let first = try store()
        first.keep(try decision("one"))
        await first.flush()
        for store in [try store(), try store(readOnly: true)] {
            #expect(try await store.decisions(DecisionFilter()).map(\.requestID) == ["one"])
        }
    }

    @Test func `who asks next is told, though another is just writing it down`() async throws {
        let store = try store()
        for number in 1...100 {
            store.keep(try decision("\(number)"))
            try await withThrowingTaskGroup { group in
                for _ in 0..<4 { group.addTask { try await store.decisions(DecisionFilter()).count } }
                for try await count in group { #expect(count == number) }
            }
        }
    }

    @Test func `of many the last thousand are kept`() async throws {
        let store = try store()
        for number in 0..<DecisionStore.capacity + 10 { store.keep(try decision("\(number)")) }
        var filter = DecisionFilter()
        filter.limit = 5000
        let found = try await store.decisions(filter)
        #expect(found.count == DecisionStore.capacity)
        #expect(found.first?.requestID == "1009")
        #expect(found.last?.requestID == "10")
    }

    @Test func `without a folder decisions are kept as long as the server lives`() async throws {
        let store = try DecisionStore(folder: nil, logger: Logger(label: "test"))
        store.keep(try decision("one"))
        #expect(try await store.decisions(DecisionFilter()).count == 1)
    }

    @Test func `who only looks makes no file`() throws {
        let problems = #expect(throws: Problems.self) { _ = try store(readOnly: true) }
        #expect(problems?.list.map(\.code) == ["decisions.unreadable"])
    }
}

extension CallResult {
    /// What a host makes of a module that refuses.
    fileprivate static func denied(by module: String) -> CallResult {
        let host = try? Gatehouse(
            Configuration(
                modulePath: TestModules.path,
                modules: [.scripted(module, "spam_checker.user_may_invite", ["deny": true])],
                allowWritablePaths: true))
        let result = try? host?.call("spam_checker.user_may_invite", arguments: Sample.inviting, traced: true)
        return result ?? CallResult(allNext: Catalogue.callbacks[0])
    }
}
