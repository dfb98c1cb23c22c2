import JSONText
import ModuleLoader
import Testing

@testable import MatrixCallbacks

struct CallArgumentsTests {
    private func event(_ number: Int, body: Int) -> JSONValue {
        [
            "event_id": .string("$\(number)"), "room_version": "10", "local": true, "room_id": "!r", "sender": "@a",
            "type": "m.room.message", "origin_server_ts": .integer(Int64(number)), "state_key": .string("\(number)"),
            "content": ["body": .string(String(repeating: "é", count: body))],
        ]
    }

    @Test(arguments: [(0, 1), (1, 1), (3, 200), (40, 5000), (2000, 1)])
    func `arguments that do not fit on the stack come out as they went in`(events: Int, body: Int) throws {
        let arguments: JSONValue = [
            "event": event(-1, body: body), "state_events": .array((0..<events).map { event($0, body: body) }),
        ]
        let trip = try RoundTrip("third_party_rules.check_event_allowed", arguments.text)
        #expect(trip.problems == [])
        #expect(trip.json == arguments)
    }

    @Test func `a part of the state comes out with what it is a part of`() throws {
        let arguments: JSONValue = [
            "room_id": "!r", "new_visibility": "public",
            "state_events": [
                "reads": [["type": "m.room.member"], ["type": "m.room.name", "state_key": ""]],
                "events": [event(0, body: 1)],
            ],
        ]
        let trip = try RoundTrip("third_party_rules.check_visibility_can_be_modified", arguments.text)
        #expect(trip.problems == [])
        #expect(trip.json == arguments)
    }

    @Test(arguments: [0, 1, 2, 3, 900, 4096, 3_000_001])
    func `bytes come out as they went in, however many there are`(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let file: JSONValue = ["base64": .string(Base64.encode(bytes))]
        let info: JSONValue = ["server_name": .null, "file_id": "f", "url_cache": true, "thumbnail": .null]
        let arguments: JSONValue = ["file_wrapper": file, "file_info": info]
        let trip = try RoundTrip("spam_checker.check_media_file_for_spam", arguments.text)
        #expect(trip.problems == [])
        #expect(trip.json == arguments)
    }

    @Test func `a struct says its own size, however many bytes a module may read`() throws {
        let callback = try #require(Catalogue.callback("presence_router.get_interested_users"))
        let behind = try JSONDocument().parse(#"{"user_id": "@a"}"#) { node in
            CallArguments.lend(size: Contract.callLimit, known: callback.callSize) { call in
                _ = call.read(callback, from: node)
                // - Safety: the struct has `callLimit` bytes and lives in this closure.
                let bytes = unsafe UnsafeRawBufferPointer(start: call.pointer.raw, count: Contract.callLimit)
                return unsafe (bytes.load(as: Int.self), bytes.dropFirst(callback.callSize).map(\.self))
            }
        }
        #expect(behind.0 == 24)
        #expect(behind.1 == Array(repeating: 0, count: 488))
    }

    @Test func `a rewritten field is what the struct holds from then on`() throws {
        let callback = try #require(Catalogue.callback("third_party_rules.on_create_room"))
        let field = try #require(callback.fields.first { $0.name == "request_content" })
        let text = """
            {"requester": {"user": "@a", "is_guest": false, "scope": [], "shadow_banned": false},
            "request_content": {"name": "first"}, "is_requester_admin": true}
            """
        let rewritten = try JSONDocument().parse(text) { node in
            CallArguments.lend(size: callback.callSize, known: callback.callSize) { call in
                _ = call.read(callback, from: node)
                call.rewrite(field, JSON(["name": "second", "topic": .string(String(repeating: "x", count: 5000))]))
                // - Safety: the struct was made for this callback and lives in this closure.
                return unsafe ArgumentWriter.json(callback, call.pointer.raw)
            }
        }
        #expect(rewritten["request_content"]?["name"] == "second")
        #expect(rewritten["request_content"]?["topic"]?.string?.count == 5000)
        #expect(rewritten["is_requester_admin"] == true)
        #expect(rewritten["requester"]?["user"] == "@a")
    }
}
