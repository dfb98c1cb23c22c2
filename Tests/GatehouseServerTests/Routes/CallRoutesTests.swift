import Gatehouse
import HTTPTypes
import Testing

@testable import GatehouseServer

struct CallRoutesTests {
    private static let outcomes: [(answer: JSONValue, printed: JSONValue)] = [
        (["allow": true], ["outcome": "next", "decided_by": .null]),
        (
            ["deny_code": "M_X", "extra": ["error": "no"]],
            ["outcome": "answered", "deny_code": "M_X", "extra": ["error": "no"], "decided_by": "m"]
        ),
        (["fail": "boom"], ["outcome": "failed", "fail": "boom", "decided_by": "m"]),
    ]

    @Test(arguments: outcomes)
    func `every outcome is a 200, in the words of the command line`(answer: JSONValue, printed: JSONValue) async throws
    {
        let host = try ServedHost(.scripted("m", "spam_checker.user_may_invite", answer))
        let reply = try await host.post(Sample.invite, Sample.inviting)
        #expect(reply.status == 200)
        #expect(reply.headers[.contentType] == "application/json")
        #expect(try reply.json == printed)
    }

    @Test func `a path with escapes asks the same callback`() async throws {
        let host = try ServedHost(.scripted("m", "spam_checker.user_may_invite", ["deny": true]))
        let reply = try await host.post("/v1/call/spam%5Fchecker/user_may_invite", Sample.inviting)
        #expect(reply["decided_by"] == "m")
    }

    @Test func `the trail comes on demand`() async throws {
        let host = try ServedHost(
            .scripted("a", "spam_checker.user_may_invite", ["allow": true]),
            .scripted("b", "spam_checker.user_may_invite", ["deny": true]))
        let reply = try await host.post(Sample.invite + "?trail=1", Sample.inviting)
        #expect(reply["held"] == "rule: first that objects")
        guard case .array(let steps)? = reply["trail"] else {
            Issue.record("no trail")
            return
        }
        #expect(steps.map { $0[member: "module"] } == ["a", "b"])
        #expect(try await host.post(Sample.invite + "?trail=0", Sample.inviting)["trail"] == nil)
    }

    @Test func `the chain that follows is asked on demand`() async throws {
        let host = try ServedHost(.scripted("m", "spam_checker.user_may_invite", ["deny": true]))
        let path = "/v1/call/spam_checker/federated_user_may_invite"
        let event = """
            {"event": {"event_id": "$1", "room_id": "!r", "room_version": "10", "sender": "@a:x", "local": false,
            "type": "m.room.member", "state_key": "@b:x", "origin_server_ts": 1}}
            """
        #expect(try await host.post(path, event)["decided_by"] == .null)
        #expect(try await host.post(path + "?follow=1", event)["decided_by"] == "m")
    }

    @Test func `bad arguments come back with their key paths, all of them`() async throws {
        let host = try ServedHost(.scripted("m", "spam_checker.user_may_invite", ["allow": true]))
        let reply = try await host.post(Sample.invite, #"{"inviter": 1, "invitee": "@b:x", "room": "!r"}"#)
        #expect(reply.status == 400)
        #expect(reply["errcode"] == "M_BAD_JSON")
        guard case .array(let problems)? = reply["problems"] else {
            Issue.record("no problems")
            return
        }
        #expect(problems.map { $0[member: "path"] } == ["inviter", "room", "room_id"])
    }

    @Test(arguments: ["", "{", "[]", "null", "\"x\"", #"{"inviter": 1e999}"#])
    func `what is no object of arguments is refused, also where nobody is asked`(body: String) async throws {
        let reply = try await ServedHost().post(Sample.invite, body)
        #expect(reply.status == 400)
    }

    @Test func `what is no UTF-8 is refused`() async throws {
        let reply = try await ServedHost().send(.post, Sample.invite, [0x7B, 0x22, 0xFF, 0x22, 0x7D])
        #expect(reply.status == 400)
        #expect(reply["errcode"] == "M_NOT_JSON")
    }

    @Test func `an unknown callback is a 404 that says which was meant`() async throws {
        let reply = try await ServedHost().post("/v1/call/spam_checker/user_may_invit", "{}")
        #expect(reply.status == 404)
        #expect(reply["did_you_mean"] == ["spam_checker.user_may_invite"])
    }

    @Test func `a caller sends what it has left`() async throws {
        let host = try ServedHost(.tardy)
        let reply = try await host.post(Sample.invite + "?deadline=10ms&trail=1", Sample.inviting)
        #expect(reply.status == 200)
        #expect(reply["fail"] == "no answer: it did not answer in time")
        #expect(reply["held"] == "no answer: a failure of the module")
    }

    @Test(arguments: ["soon", "10", "-1s", "%2B1s", "", "10000s", "1s%20"])
    func `what is no duration is refused`(text: String) async throws {
        let reply = try await ServedHost().post("\(Sample.invite)?deadline=\(text)", Sample.inviting)
        #expect(reply.status == 400)
        #expect(reply["parameter"] == "deadline")
    }

    @Test(arguments: ["trail=2", "follow=yes", "trail"])
    func `a parameter that is neither 0 nor 1 is refused`(query: String) async throws {
        let reply = try await ServedHost().post("\(Sample.invite)?\(query)", Sample.inviting)
        #expect(reply.status == 400)
        #expect(reply["errcode"] == "M_INVALID_PARAM")
    }

    @Test func `a body over the limit is a 413`() async throws {
        let host = try ServedHost { $0.bodyLimit = Sample.inviting.utf8.count }
        #expect(try await host.post(Sample.invite, Sample.inviting).status == 200)
        let reply = try await host.post(Sample.invite, Sample.inviting + " ")
        #expect(reply.status == 413)
        #expect(reply["errcode"] == "M_TOO_LARGE")
    }
}
