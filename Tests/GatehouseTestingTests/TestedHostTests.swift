import GatehouseTesting
import Testing

struct TestedHostTests {
    private static let modules = Built.folder + "/test-modules"

    private static func scripted(_ name: String, _ answer: JSONValue) -> ModuleEntry {
        ModuleEntry(
            "scripted", name: name, config: ["callback": "spam_checker.user_may_join_room", "answer": answer])
    }

    private static func host(_ modules: ModuleEntry...) throws -> TestedHost {
        try TestedHost(
            Configuration(modulePath: [Self.modules], modules: modules, allowWritablePaths: true))
    }

    /// Stands for an application that was given a host.
    private struct Server {
        let gatehouse: Gatehouse

        func join(_ user: String) -> String {
            do {
                let verdict = try gatehouse.spamChecker.userMayJoinRoom(
                    userID: user, roomID: "!r:x", isInvited: false)
                guard case .deny(let denial) = verdict else { return "200" }
                return "403 \(denial.code ?? "")"
            } catch {
                return "500"
            }
        }
    }

    @Test func `an application gets its answers from the modules, and the log is kept`() throws {
        let host = try Self.host(Self.scripted("one", ["allow": true]), Self.scripted("two", ["deny_code": "M_X"]))
        #expect(Server(gatehouse: host.gatehouse).join("@a:x") == "403 M_X")
        #expect(host.log.filter { $0.level >= .warning } == [])
        let failing = try Self.host(Self.scripted("one", ["fail": "boom"]))
        #expect(Server(gatehouse: failing.gatehouse).join("@a:x") == "500")
        #expect(failing.log.map(\.module) == ["one"])
    }

    @Test func `a module that is never asked is loaded with a warning, and one of an older section too`() throws {
        let update = ModuleEntry(
            "scripted", name: "one",
            config: ["callback": "background_update_controller.on_update", "answer": ["value": 5]])
        var second = update
        second.name = "two"
        let host = try Self.host(update, second)
        let warnings = host.log.filter { $0.level >= .warning }.map(\.message)
        #expect(warnings.count == 1)
        #expect(
            warnings.first?.hasPrefix("modules.1 (two): it is not asked for background_update_controller") == true)
        let checker = ModuleEntry(
            "scripted", name: "one", config: ["callback": "spam_checker.user_may_invite", "answer": ["allow": true]])
        let older = try TestedHost(
            Configuration(
                modulePath: [Self.modules], legacy: LegacyModules(spamCheckers: [checker]), allowWritablePaths: true))
        #expect(older.log.map(\.level) == [.warning])
        #expect(older.log.first?.message.contains("[config.older-section]") == true)
    }

    @Test func `the trail of several modules is in their order`() throws {
        let host = try Self.host(
            Self.scripted("one", ["allow": true]), Self.scripted("two", ["deny": true]),
            Self.scripted("three", ["deny": true]))
        let call = try host.call(
            "spam_checker.user_may_join_room", ["user_id": "@a:x", "room_id": "!r:x", "is_invited": false])
        #expect(call.trail.map { "\($0.module) \($0.outcome)" } == ["one next", "two answered"])
        #expect(call.answer == .answered(.denial))
    }

    @Test func `a call has the lines of its own`() throws {
        let host = try Self.host(Self.scripted("one", ["fail": "boom"]))
        let arguments: JSONValue = ["user_id": "@a:x", "room_id": "!r:x", "is_invited": false]
        _ = try host.call("spam_checker.user_may_join_room", arguments)
        let call = try host.call("spam_checker.user_may_join_room", arguments)
        #expect(call.log.count == 1)
        #expect(host.log.count == 2)
    }
}
