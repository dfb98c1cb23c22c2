import JSONText
import Testing

@testable import ModuleLoader

/// What an instance says in `configure` that it takes part in.
@Suite struct SetupTests {
    let host: TestHost

    init() throws { host = try TestHost() }

    @Test func `What is left out is not asked, and the rest is`() throws {
        let modules = try host.load(
            host.lifecycle("one", ["leave_out": ["spam_checker.user_may_create_room"]]), host.lifecycle("two"))
        let (one, two) = (modules.ofFiles[0], modules.ofFiles[1])
        #expect(one.participation.leftOut == ["spam_checker.user_may_create_room"])
        #expect(two.participation.leftOut == [])
        #expect(one.link("spam_checker", "user_may_create_room") == nil)
        #expect(one.link("third_party_rules", "check_can_deactivate_user") != nil)
        #expect(two.link("spam_checker", "user_may_create_room") != nil)
        modules.destroy()
    }

    @Test func `What no table offers can be left out too, and what is no text cannot`() throws {
        let names: [JSONValue] = [
            "spam_checker.user_may_create_room", "spam_checker.user_may_invite", "user_may_create_room",
            "third_party_rules.user_may_create_room", "", .null, "spam_checker.user_may_create_room",
        ]
        let modules = try host.load(host.lifecycle("one", ["leave_out": .array(names)]))
        let told = host.journal.filter { $0.hasPrefix("leave_out") }.map { String($0.dropFirst(10)) }
        #expect(
            told == [
                "1 spam_checker.user_may_create_room", "1 spam_checker.user_may_invite", "1 user_may_create_room",
                "1 third_party_rules.user_may_create_room", "1 ", "3 ", "1 spam_checker.user_may_create_room",
            ])
        let one = modules.ofFiles[0]
        #expect(one.link("spam_checker", "user_may_create_room") == nil)
        #expect(one.link("third_party_rules", "check_can_deactivate_user") != nil)
        modules.destroy()
    }

    @Test(arguments: [
        ("get_users_for_states", "get_interested_users"), ("get_interested_users", "get_users_for_states"),
    ])
    func `What belongs together is left out together`(_ left: String, _ kept: String) throws {
        let names = [left, kept].map { JSONValue.string("presence_router.\($0)") }
        let refusals = host.refusals(try host.lifecycle("one", ["leave_out": .array([names[0]])]))
        #expect(
            refusals == ["x.yaml (one): it takes part in presence_router.\(kept) alone [module.configure.incomplete]"])
        #expect(!host.journal.contains("create one"))
        let modules = try host.load(host.lifecycle("two", ["leave_out": .array(names)]))
        #expect(modules.ofFiles[0].link("presence_router", left) == nil)
        #expect(modules.ofFiles[0].link("presence_router", kept) == nil)
        modules.destroy()
    }

    @Test func `State that is read is declared by type, and by key or for all keys`() throws {
        let reads: JSONValue = [["m.room.name", ""], ["m.room.member", .null], [.null, "x"], ["", "@a:x"]]
        let modules = try host.load(host.lifecycle("one", ["read_state": reads]))
        #expect(
            modules.ofFiles[0].participation.stateReads == [
                StateRead(type: "m.room.name", stateKey: ""), StateRead(type: "m.room.member", stateKey: nil),
                StateRead(type: "", stateKey: "@a:x"),
            ])
        let told = host.journal.filter { $0.hasPrefix("read_state") }
        #expect(told == ["read_state 1 m.room.name", "read_state 1 m.room.member", "read_state 3 ", "read_state 1 "])
        modules.destroy()
    }

    @Test func `Instances of one module take part each in their own way`() throws {
        func scripted(_ callback: String) throws -> ModuleRequest {
            try host.entry("scripted", callback, ["callback": .string(callback), "answer": ["deny": true]])
        }
        let names = ["spam_checker.user_may_invite", "third_party_rules.on_new_event"]
        let router: Set = ["presence_router.get_interested_users", "presence_router.get_users_for_states"]
        let modules = try host.load(
            scripted(names[0]), scripted(names[1]), scripted("presence_router.get_interested_users"))
        let all = modules.ofFiles[0].image.module.callbacks
        #expect(all.count == TableLayout.all.flatMap(\.slots).count)
        #expect(modules.ofFiles.map { all.subtracting($0.participation.leftOut) } == names.map { [$0] } + [router])
        modules.destroy()
    }

    @Test func `A module that does not configure takes part in all that it offers`() throws {
        let modules = try host.load(host.entry("bare", "one"))
        #expect(modules.ofFiles[0].participation.leftOut == [])
        #expect(modules.ofFiles[0].participation.stateReads == [])
        modules.destroy()
    }
}
