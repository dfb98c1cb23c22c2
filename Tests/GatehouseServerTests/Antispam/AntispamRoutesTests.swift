import Gatehouse
import HTTPTypes
import InMemoryLogging
import Logging
import Testing

@testable import GatehouseServer

struct AntispamRoutesTests {
    private static let join = #"{"user": "@a:x", "room": "!r:x", "is_invited": true}"#
    private static let event = """
        {"event": {"event_id": "$1", "room_id": "!r:x", "sender": "@a:x", "type": "m.room.message",
        "origin_server_ts": 1, "content": {"body": "hi"}}}
        """

    /// What the protocol's clients send, and the callback that is asked.
    private static let calls: [(name: String, body: String, callback: String)] = [
        ("user_may_join_room", join, "user_may_join_room"),
        ("user_may_join_room", #"{"user_id": "@a:x", "room_id": "!r:x", "is_invited": true}"#, "user_may_join_room"),
        ("accept_make_join", #"{"user": "@a:x", "room": "!r:x"}"#, "user_may_join_room"),
        ("user_may_invite", Sample.inviting, "user_may_invite"),
        (
            "user_may_send_3pid_invite",
            #"{"inviter": "@a:x", "medium": "email", "address": "b@y", "room_id": "!r:x"}"#,
            "user_may_send_3pid_invite"
        ),
        ("user_may_create_room", #"{"user_id": "@a:x"}"#, "user_may_create_room"),
        ("user_may_create_room_alias", ##"{"user_id": "@a:x", "room_alias": "#r:x"}"##, "user_may_create_room_alias"),
        ("user_may_publish_room", #"{"user_id": "@a:x", "room_id": "!r:x"}"#, "user_may_publish_room"),
        (
            "check_username_for_spam",
            #"{"user_profile": {"user_id": "@a:x", "display_name": null, "avatar_url": null}, "requester_id": "@b:x"}"#,
            "check_username_for_spam"
        ),
        (
            "check_login_for_spam",
            """
            {"user_id": "@a:x", "device_id": null, "initial_display_name": null, "request_info": [[null, "1.2.3.4"]],
            "auth_provider_id": null}
            """,
            "check_login_for_spam"
        ),
        ("check_event_for_spam", event, "check_event_for_spam"),
        ("federated_user_may_invite", event, "federated_user_may_invite"),
    ]

    @Test(arguments: calls)
    func `each callback of the protocol reaches its own, and is allowed or refused`(
        name: String, body: String, callback: String
    ) async throws {
        let silent = try await ServedHost().post("/antispam/\(name)", body)
        #expect(silent.status == 200)
        #expect(try silent.json == [:])
        let host = try ServedHost(.scripted("m", "spam_checker.\(callback)", ["deny": true]))
        let refused = try await host.post("/antispam/\(name)", body)
        #expect(refused.status == 403)
        #expect(refused["errcode"] == "M_FORBIDDEN")
    }

    @Test func `a make_join is a join without an invite`() async throws {
        let host = try ServedHost(.scripted("m", "spam_checker.user_may_join_room", ["deny": true]))
        _ = try await host.post("/antispam/accept_make_join", #"{"user": "@a:x", "room": "!r:x", "is_invited": true}"#)
        let found = try await host.get("/v1/decisions").items
        #expect(found.first?[member: "callback"] == "spam_checker.user_may_join_room")
        let call = try #require(AntispamCall("accept_make_join", ["is_invited": true], serverName: nil))
        #expect(call.arguments == #"{"is_invited":false}"#)
    }

    private static let answers: [(answer: JSONValue, status: Int, json: JSONValue)] = [
        (
            ["deny_code": "ORG.X", "extra": ["error": "no", "why": [1]]], 403,
            ["errcode": "ORG.X", "error": "no", "why": [1]]
        ),
        (["text": "spam"], 403, ["errcode": "M_FORBIDDEN", "error": "spam"]),
        (["fail": "secret reason"], 500, ["errcode": "M_UNKNOWN", "error": "Internal server error"]),
        (
            ["synapse_error": ["status": 429, "code": "M_L", "msg": "slow", "fields": ["retry_after_ms": 1]]], 429,
            ["errcode": "M_L", "error": "slow", "retry_after_ms": 1]
        ),
        (["synapse_error": ["status": 304, "code": "M_N", "msg": "no"]], 500, ["errcode": "M_N", "error": "no"]),
    ]

    @Test(arguments: answers)
    func `the client sees the code and the fields of a refusal, and no reason of a failure`(
        answer: JSONValue, status: Int, json: JSONValue
    ) async throws {
        let host = try ServedHost(.scripted("m", "spam_checker.check_event_for_spam", answer))
        let reply = try await host.post("/antispam/check_event_for_spam", Self.event)
        #expect(reply.status == status)
        #expect(try reply.json == json)
    }

    @Test func `an event's version is not known, and its sender's server tells whether it is local`() throws {
        guard case .object(let members) = try JSONValue(parsing: Self.event) else { return }
        for (server, local) in [("x", "true"), ("y", "false"), (nil, "false")] {
            let call = try #require(AntispamCall("check_event_for_spam", members, serverName: server))
            #expect(call.arguments.hasSuffix(#""room_version":"","local":\#(local)}}"#))
        }
    }

    @Test func `a ping comes back`() async throws {
        let reply = try await ServedHost().post("/antispam/ping", #"{"id": "abc"}"#)
        #expect(try reply.json == ["id": "abc", "status": "ok"])
    }

    @Test func `continuwuity's paths lead to the same, and the room that one names is logged`() async throws {
        let host = try ServedHost(.scripted("m", "spam_checker.user_may_join_room", ["deny": true]))
        #expect(try await host.post("/api/1/spam_check/user_may_join_room", Self.join).status == 403)
        #expect(host.log.last?.metadata["management_room"] == nil)
        let path = "/_meowlnir/antispam/%21mod%3Aexample.org/user_may_join_room"
        #expect(try await host.post(path, Self.join).status == 403)
        #expect(host.log.last?.metadata["management_room"] == "!mod:example.org")
    }

    @Test(arguments: [
        ("user_may_join_roon", "{}", 404), ("user_may_join_room", "{}", 400), ("user_may_join_room", "[]", 400),
        ("user_may_join_room", "{", 400),
    ])
    func `what is no call of the protocol has an error code too`(name: String, body: String, status: Int) async throws {
        let reply = try await ServedHost().post("/antispam/\(name)", body)
        #expect(reply.status == status)
        #expect(reply["errcode"] != nil)
    }

    @Test func `what a newer client sends besides does no harm`() async throws {
        let body = #"{"user": "@a:x", "room": "!r:x", "is_invited": true, "new": 1}"#
        #expect(try await ServedHost().post("/antispam/user_may_join_room", body).status == 200)
    }
}
