import Gatehouse
import HTTPTypes
import Testing

@testable import GatehouseServer

struct DecisionRoutesTests {
    private static let create = "/v1/call/spam_checker/user_may_create_room"

    /// What was refused to `@b:x`, and what failed for `@c:x`.
    private func host() async throws -> ServedHost {
        let host = try ServedHost(
            .scripted("a", "spam_checker.user_may_invite", ["deny_code": "M_X", "extra": ["error": "go away"]]),
            .scripted("b", "spam_checker.user_may_create_room", ["fail": "boom"]))
        _ = try await host.post(Sample.invite, Sample.inviting, [.requestID: "first"])
        _ = try await host.post(Self.create, #"{"user_id": "@c:x", "room_config": {}}"#)
        return host
    }

    @Test func `what was refused or failed is told, the newest first`() async throws {
        let found = try await host().get("/v1/decisions").items
        #expect(found.map { $0[member: "outcome"] } == ["failed", "refused"])
        #expect(found.map { $0[member: "module"] } == ["b", "a"])
        #expect(found.map { $0[member: "reason"] } == ["boom", "M_X go away"])
        #expect(found.map { $0[member: "users"] } == [["@c:x"], ["@a:x", "@b:x"]])
        #expect(found.last?[member: "rooms"] == ["!r:x"])
        #expect(found.last?[member: "request_id"] == "first")
        #expect(found.last?[member: "result"]?[member: "deny_code"] == "M_X")
    }

    @Test(arguments: [
        ("user=%40b:x", 1), ("user=%40z:x", 0), ("room=!r:x", 1), ("module=b", 1), ("module=b&user=%40b:x", 0),
        ("since=0", 2), ("until=1", 0), ("since=9007199254740992", 0), ("limit=1", 1),
    ])
    func `decisions are found by user, room, module and time`(query: String, count: Int) async throws {
        #expect(try await host().get("/v1/decisions?\(query)").items.count == count)
    }

    @Test(arguments: ["since=yesterday", "until=-1", "limit=0", "limit=1001"])
    func `a parameter that makes no sense is refused`(query: String) async throws {
        let reply = try await ServedHost().get("/v1/decisions?\(query)")
        #expect(reply.status == 400)
        #expect(reply["errcode"] == "M_INVALID_PARAM")
    }

    @Test func `what was allowed leaves nothing`() async throws {
        let host = try ServedHost(.scripted("m", "spam_checker.user_may_invite", ["allow": true]))
        _ = try await host.post(Sample.invite, Sample.inviting)
        #expect(try await host.get("/v1/decisions").items.isEmpty)
    }
}
