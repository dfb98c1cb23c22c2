import Gatehouse
import HTTPTypes
import Testing

@testable import GatehouseServer

struct BridgedHomeserverTests {
    /// Asks with a bridge at the other end that answers so, and tells what it was asked.
    private func asked<Answer: Sendable>(
        _ answer: String, status: HTTPResponse.Status = .ok,
        _ ask: @escaping @Sendable (BridgedHomeserver) async throws -> Answer
    ) async throws -> (answer: Answer, request: String) {
        let bridge = try FakeBridge { _, _ in (status, answer) }
        let given = try await bridge.serving { socket in
            let homeserver = BridgedHomeserver(serverName: "orchard.test")
            homeserver.learn("master", answersOn: socket)
            return try await ask(homeserver)
        }
        return (given, bridge.requests.first ?? "")
    }

    @Test func `a function is a path, and its parameters are an object`() async throws {
        let (id, request) = try await asked(#"{"value": {"event_id": "$1"}}"#) { homeserver in
            try await homeserver.send(JSON(["type": "m.room.message"]))
        }
        #expect(id == "$1")
        #expect(request == #"/send_event {"event":{"type":"m.room.message"}}"#)
    }

    @Test func `null is that there is none`() async throws {
        let (state, request) = try await asked("null") { homeserver in
            try await homeserver.roomState(roomID: "!r:x", type: "m.room.topic", stateKey: nil)
        }
        #expect(state == nil)
        #expect(request == #"/get_room_state {"room_id":"!r:x","type":"m.room.topic","state_key":null}"#)
    }

    @Test func `a value may be null itself`() async throws {
        let (data, _) = try await asked(#"{"value": null}"#) { homeserver in
            try await homeserver.accountData(userID: "@a:x", type: "t")
        }
        #expect(data?.text == "null")
    }

    @Test func `a user is what the homeserver says`() async throws {
        let answer = #"{"value": {"user_id": "@a:x", "display_name": null, "is_admin": true, "is_guest": false}}"#
        let (user, _) = try await asked(answer) { try await $0.user("@a:x") }
        #expect(user == HomeserverUser(userID: "@a:x", isAdmin: true))
    }

    @Test func `what the homeserver says against it is what the module is told`() async throws {
        await #expect(throws: HomeserverError.refused("not in the room")) {
            try await asked(#"{"error": "not in the room"}"#, status: .badRequest) { homeserver in
                try await homeserver.isPublic(roomID: "!r:x")
            }
        }
    }

    @Test func `nobody can be asked before a bridge has called, or where it is gone`() async throws {
        let homeserver = BridgedHomeserver(serverName: "orchard.test", patience: .zero)
        await #expect(throws: HomeserverError.self) { try await homeserver.isPublic(roomID: "!r:x") }
        homeserver.learn("master", answersOn: "/no/such.sock")
        await #expect(throws: HomeserverError.self) { try await homeserver.isPublic(roomID: "!r:x") }
    }
}
