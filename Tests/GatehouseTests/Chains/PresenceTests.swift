import Gatehouse
import Testing

/// Presence: the answers of all modules together.
struct PresenceTests {
    private static let users = "presence_router.get_interested_users"
    private static let states = "presence_router.get_users_for_states"

    private func host(_ name: String, _ answers: [JSONValue]) throws -> Gatehouse {
        try TestModules.host(answers.enumerated().map { .scripted("m\($0)", name, $1) })
    }

    @Test func `users are the union of all answers`() throws {
        let host = try host(
            Self.users, [["users": ["@a", "@b"]], ["allow": true], ["fail": "x"], ["users": ["@b", "@c"]]])
        defer { host.shutDown() }
        #expect(try host.presenceRouter.getInterestedUsers(userID: "@u") == .users(["@a", "@b", "@c"]))
        let result = try host.call(Self.users, arguments: #"{"user_id": "@u"}"#, traced: true)
        #expect(result.decidedBy == "m3")
        #expect(result.trail?.map(\.outcome) == ["answered", "next", "failed", "answered"])
    }

    @Test func `everyone takes the place of all others and ends the chain`() throws {
        let host = try host(Self.users, [["users": ["@a"]], ["all_users": true], ["users": ["@c"]]])
        defer { host.shutDown() }
        #expect(try host.presenceRouter.getInterestedUsers(userID: "@u") == .everyone)
        let result = try host.call(Self.users, arguments: #"{"user_id": "@u"}"#, traced: true)
        #expect(result.outcome == .answered(.everyone))
        #expect(result.decidedBy == "m1")
        #expect(result.trail?.map(\.module) == ["m0", "m1"])
    }

    @Test func `each user gets the states that any module gave them`() throws {
        let away: JSONValue = [
            "user_id": "@b:x.org", "state": "unavailable", "last_active_ts": 0, "last_federation_update_ts": 0,
            "last_user_sync_ts": 0, "status_msg": .null, "currently_active": false,
        ]
        let host = try host(
            Self.states,
            [
                ["users": ["@x": [Sample.presenceJSON], "@y": []]], ["invalid": true],
                ["users": ["@x": [Sample.presenceJSON, away], "@z": [away]]],
            ])
        defer { host.shutDown() }
        let state = PresenceState(userID: "@b:x.org", state: "unavailable")
        #expect(
            try host.presenceRouter.getUsersForStates(stateUpdates: [Sample.presence]) == [
                "@x": [Sample.presence, state], "@y": [], "@z": [state],
            ])
    }

    @Test func `a module of the older section of the configuration comes last`() throws {
        let router = ModuleEntry.scripted("router", Self.users, ["users": ["@r"]])
        let host = try Gatehouse(
            Configuration(
                modulePath: ["\(TestModules.root)/build/test-modules"],
                modules: [.scripted("a", Self.users, ["allow": true]), .scripted("b", Self.users, ["users": ["@b"]])],
                legacy: LegacyModules(presenceRouter: router), allowWritablePaths: true))
        defer { host.shutDown() }
        #expect(host.instances.map(\.name) == ["a", "b", "router"])
        let result = try host.call(Self.users, arguments: #"{"user_id": "@u"}"#, traced: true)
        #expect(result.trail?.map(\.module) == ["a", "b", "router"])
        #expect(result.outcome == .answered(.users(["@b", "@r"])))
    }
}
