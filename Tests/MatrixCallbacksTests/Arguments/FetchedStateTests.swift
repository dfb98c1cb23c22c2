import CGatehouse
import JSONText
import Synchronization
import Testing

@testable import MatrixCallbacks
@testable import ModuleLoader

/// Room state that did not come along, asked for at its source.
struct FetchedStateTests {
    private struct Unreachable: Error {}

    private static let topic: JSONValue = [
        "event_id": "$1", "room_version": "10", "local": true, "room_id": "!r", "sender": "@a",
        "type": "m.room.topic", "origin_server_ts": 1, "state_key": "", "content": ["topic": "apples"],
    ]

    /// The words that come back, with the id of what was found.
    // - Safety: texts live for good, the event as long as the state.
    private func get(_ state: StateElsewhere, _ type: String) -> String {
        var event: UnsafePointer<gh_event>?
        let found = unsafe state.get(Immortal.str(type), Immortal.str(""), &event)
        guard let id = unsafe event?.pointee.event_id else { return "\(found)" }
        return unsafe "\(found) "
            + String(decoding: UnsafeRawBufferPointer(start: id.ptr, count: id.len), as: UTF8.self)
    }

    @Test func `what did not come along is asked for once, by the number of the call`() {
        let asked = Mutex<[String]>([])
        let origin = TestOrigin { call, type, key in
            asked.withLock { $0.append("\(call) \(type) '\(key)'") }
            return type == "m.room.topic" ? JSON(Self.topic) : nil
        }
        let state = StateElsewhere(origin, of: 7)
        #expect((0..<2).map { _ in get(state, "m.room.topic") } == ["\(Found.found) $1", "\(Found.found) $1"])
        #expect((0..<2).map { _ in get(state, "m.room.name") } == ["\(Found.absent)", "\(Found.absent)"])
        #expect(asked.withLock { $0 } == ["7 m.room.topic ''", "7 m.room.name ''"])
    }

    @Test func `who cannot be asked, or says what is no event, leaves it unknown`() {
        let gone = StateElsewhere(TestOrigin { _, _, _ in throw Unreachable() }, of: 1)
        let wrong = StateElsewhere(TestOrigin { _, _, _ in JSON(["type": "m.room.topic"]) }, of: 1)
        #expect([gone, wrong].map { get($0, "m.room.topic") } == ["\(Found.unreachable)", "\(Found.unreachable)"])
    }

    /// The copy is that of a call whose own arguments are gone.
    @Test func `a copy of the arguments asks as they would`() throws {
        let callback = try #require(Catalogue.callback("third_party_rules.check_visibility_can_be_modified"))
        let arguments = """
            {"room_id": "!r", "new_visibility": "public", "state_events": {"reads": [{"type": "m.x"}], "events": [],
            "call": 7}}
            """
        let kept = try JSONDocument().parse(arguments) { node in
            CallArguments.lend(size: callback.callSize, known: callback.callSize) { call in
                _ = call.read(callback, from: node, CallSources(origin: TestOrigin { _, _, _ in JSON(Self.topic) }))
                return ArgumentCopy.keep(callback, size: callback.callSize, call.pointer)
            }
        }
        let place = try #require(callback.fields.first { $0.name == "state_events" }).offset
        // - Safety: the field is a handle of state, which the copy keeps.
        let list = unsafe kept.pointer.raw.load(fromByteOffset: place, as: UnsafePointer<StateList>.self).pointee
        let elsewhere = try unsafe #require(list.elsewhere?.takeUnretainedValue())
        #expect(get(elsewhere, "m.room.topic") == "\(Found.found) $1")
        #expect(unsafe !list.covers(Immortal.str("m.room.topic"), Immortal.str("")))
        #expect(unsafe list.covers(Immortal.str("m.x"), Immortal.str("")))
    }
}
