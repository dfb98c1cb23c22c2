import JSONText
import ModuleLoader
import Testing

@testable import MatrixCallbacks

/// Copies of arguments, read when the originals are gone.
struct ArgumentCopyTests {
    private func copy(_ name: String, _ node: JSONNode, size: Int? = nil) throws -> (Callback, KeptCall) {
        let callback = try #require(Catalogue.callback(name))
        let size = size ?? callback.callSize
        let kept = CallArguments.lend(size: size, known: callback.callSize) { call in
            let problems = call.read(callback, from: node)
            return problems.isEmpty ? ArgumentCopy.keep(callback, size: size, call.pointer) : nil
        }
        return (callback, try #require(kept))
    }

    // - Safety: the copy is a struct of the callback, and alive.
    private func json(_ callback: Callback, _ kept: KeptCall) -> JSONValue {
        unsafe ArgumentWriter.json(callback, kept.pointer.raw)
    }

    /// The document is gone with the closure, and the arguments were on its stack.
    private func trip(_ name: String, _ arguments: JSONValue) throws -> JSONValue {
        let copied = try JSONDocument().parse(arguments.text) { node in Result { try copy(name, node) } }
        let (callback, kept) = try copied.get()
        return json(callback, kept)
    }

    @Test func `every recorded call comes out of its copy as it went in`() throws {
        let lines = try Repository.text("Tests/Recordings/synapse-calls.jsonl").split(separator: "\n")
        var count = 0
        for line in lines {
            guard case .object(let call) = try JSONValue(parsing: String(line)),
                case .string(let name)? = call["callback"],
                Catalogue.callback(name) != nil, let arguments = call["arguments"]
            else { continue }
            count += 1
            #expect(try trip(name, arguments) == RoundTrip(name, arguments.text).json)
        }
        #expect(count > 1000)
    }

    @Test(arguments: [0, 1, 3, 200])
    func `room state is copied with all of its events`(events: Int) throws {
        func event(_ number: Int) -> JSONValue {
            [
                "event_id": .string("$\(number)"), "room_version": "10", "local": true, "room_id": "!r", "sender": "@a",
                "type": "m.room.name", "origin_server_ts": 1, "state_key": .string("\(number)"), "content": [:],
            ]
        }
        let arguments: JSONValue = ["event": event(-1), "state_events": .array((0..<events).map(event))]
        #expect(try trip("third_party_rules.check_event_allowed", arguments) == arguments)
    }

    @Test func `a part of the state stays a part of it`() throws {
        let arguments: JSONValue = [
            "room_id": "!r", "new_visibility": "public",
            "state_events": [
                "reads": [["type": "m.room.member"], ["type": "m.room.name", "state_key": ""]], "events": [],
            ],
        ]
        #expect(try trip("third_party_rules.check_visibility_can_be_modified", arguments) == arguments)
    }

    @Test func `files, lists of records and absent values are copied`() throws {
        let info: JSONValue = [
            "server_name": .null, "file_id": "f", "url_cache": false,
            "thumbnail": ["width": 1, "height": 2, "method": "crop", "type": "image/png", "length": .null],
        ]
        let media: JSONValue = ["file_wrapper": ["base64": "aGVsbG8="], "file_info": info]
        #expect(try trip("spam_checker.check_media_file_for_spam", media) == media)
        let registration: JSONValue = [
            "email_threepid": .null, "username": "u", "request_info": [["agent", "::1"], [.null, "::2"]],
            "auth_provider_id": .null,
        ]
        #expect(try trip("spam_checker.check_registration_for_spam", registration) == registration)
    }

    @Test func `a rewritten copy is another one, and the first stays as it is`() throws {
        let text = """
            {"requester": {"user": "@a", "is_guest": false, "scope": [], "shadow_banned": false},
            "request_content": {"name": "first"}, "is_requester_admin": true}
            """
        let copied = try JSONDocument().parse(text) { node in
            Result { try copy("third_party_rules.on_create_room", node, size: Contract.callLimit) }
        }
        let (callback, first) = try copied.get()
        let field = try #require(callback.fields.first { $0.name == "request_content" })
        let second = ArgumentCopy.rewriting(
            first, callback, size: Contract.callLimit, field, JSON(["name": "second"]))
        #expect(json(callback, first)["request_content"] == ["name": "first"])
        #expect(json(callback, second)["request_content"] == ["name": "second"])
        #expect(json(callback, second)["requester"] == json(callback, first)["requester"])
    }
}
