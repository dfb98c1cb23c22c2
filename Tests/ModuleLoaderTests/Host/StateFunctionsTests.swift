import CGatehouse
import Testing

@testable import ModuleLoader

/// Room state, as a module asks for it.
@Suite struct StateFunctionsTests {
    // - Safety: events and texts live for good, the list as long as the call.

    /// Type and key of an event. A key of nil is absent.
    private static let events: [(String, String?)] = [
        ("m.room.name", ""), ("m.room.member", "@a:x"), ("m.room.member", "@b:x"), ("m.room.name", nil), ("m.x", "\0"),
    ]

    private func withState<Result>(
        _ events: [(String, String?)], reads: [(String, String?)]? = nil, _ body: (OpaquePointer) -> Result
    ) -> Result {
        let list = UnsafeMutablePointer<UnsafePointer<gh_event>?>.allocate(capacity: max(events.count, 1))
        for (place, (type, key)) in events.enumerated() {
            var event = unsafe gh_event()
            unsafe event.size = MemoryLayout<gh_event>.size
            unsafe event.type = Text(type).str
            unsafe event.state_key = key.map { unsafe Text($0).str } ?? gh_str()
            unsafe (list + place).initialize(to: fenced(event))
        }
        let covered = unsafe reads.map { unsafe Self.texts($0) }
        var state = unsafe StateList(
            events: events.isEmpty ? nil : UnsafePointer(list), count: events.count, reads: covered)
        defer { unsafe list.deallocate() }
        return unsafe withUnsafeMutablePointer(to: &state) { unsafe body(OpaquePointer($0)) }
    }

    private static func texts(
        _ reads: [(String, String?)]
    ) -> UnsafeBufferPointer<UnsafePointer<StateReadText>> {
        let texts = UnsafeMutableBufferPointer<UnsafePointer<StateReadText>>.allocate(capacity: reads.count)
        for (place, (type, key)) in reads.enumerated() {
            let text = UnsafeMutablePointer<StateReadText>.allocate(capacity: 1)
            let key = unsafe key.map { unsafe Text($0).str } ?? gh_str()
            unsafe text.initialize(to: StateReadText(type: Text(type).str, stateKey: key))
            unsafe texts.initializeElement(at: place, to: UnsafePointer(text))
        }
        return UnsafeBufferPointer(texts)
    }

    /// The words that come back, with type and key of what was found.
    private func get(
        _ asked: [(Text, Text)], in events: [(String, String?)] = events, reads: [(String, String?)]? = nil
    ) -> [String] {
        unsafe withState(events, reads: reads) { state in
            asked.map { type, key in
                var event: UnsafePointer<gh_event>?
                let found = unsafe StateFunctions.table.pointee.get(state, type.str, key.str, &event)
                return unsafe "\(found)" + described(event)
            }
        }
    }

    private func described(_ event: UnsafePointer<gh_event>?) -> String {
        guard let event = unsafe event?.pointee else { return "" }
        let (type, key) = unsafe (try? Handed.text(event.type, ""), try? Handed.text(event.state_key, ""))
        return " \(type ?? "-") \(key.debugDescription)"
    }

    @Test func `An event is found by type and key, to the byte`() {
        let found = get([("m.room.member", "@b:x"), ("m.room.name", ""), ("m.room.member", "@a:x"), ("m.x", "\0")])
        #expect(
            found == [
                "1 m.room.member Optional(\"@b:x\")", "1 m.room.name Optional(\"\")",
                "1 m.room.member Optional(\"@a:x\")", "1 m.x Optional(\"\\0\")",
            ])
    }

    @Test func `What the room does not have is absent, and nothing is given`() {
        let found = get([
            ("m.room.member", "@c:x"), ("m.room.member", ""), ("m.room.topic", ""), ("m.room.nam", ""),
            ("m.room.name", " "), (.absent, ""), ("", ""), (.notUTF8, ""), ("m.x", ""),
        ])
        #expect(found == Array(repeating: "2", count: 9))
    }

    @Test func `An absent key is not the empty one`() {
        #expect(get([("m.room.name", .absent)]) == ["1 m.room.name nil"])
        #expect(get([("m.room.member", .absent)]) == ["2"])
        #expect(get([("m.room.name", .absent)], in: [("m.room.name", "")]) == ["2"])
    }

    @Test func `What is not known here is not said to be absent`() {
        let found = get(
            [
                ("m.room.member", "@b:x"), ("m.room.member", "@c:x"), ("m.room.topic", ""), ("m.room.topic", "x"),
                ("m.room.create", ""),
            ], reads: [("m.room.member", nil), ("m.room.topic", "")])
        #expect(found == ["1 m.room.member Optional(\"@b:x\")", "2", "2", "3", "3"])
        #expect(get([("m.room.name", "")], in: [], reads: []) == ["3"])
    }

    @Test func `All events are gone through in their order`() {
        let found = unsafe withState(Self.events) { state in
            var cursor: UInt64 = 0
            return (0..<7).map { _ in
                var event: UnsafePointer<gh_event>?
                let found = unsafe StateFunctions.table.pointee.next(state, &cursor, &event)
                return unsafe "\(found) at \(cursor)" + described(event)
            }
        }
        #expect(
            found == [
                "1 at 1 m.room.name Optional(\"\")", "1 at 2 m.room.member Optional(\"@a:x\")",
                "1 at 3 m.room.member Optional(\"@b:x\")", "1 at 4 m.room.name nil", "1 at 5 m.x Optional(\"\\0\")",
                "2 at 5", "2 at 5",
            ])
    }

    @Test func `A room without state has none`() {
        #expect(get([("m.room.name", "")], in: []) == ["2"])
        let found = unsafe withState([]) { state in
            var cursor: UInt64 = 0
            var event: UnsafePointer<gh_event>?
            return unsafe StateFunctions.table.pointee.next(state, &cursor, &event)
        }
        #expect(found == 2)
    }

    @Test func `A cursor behind the end finds nothing`() {
        let found = unsafe withState(Self.events) { state in
            ([5, 6, .max] as [UInt64]).map { start in
                var cursor = start
                var event: UnsafePointer<gh_event>?
                let found = unsafe StateFunctions.table.pointee.next(state, &cursor, &event)
                return "\(found) at \(cursor == start ? "start" : "elsewhere")"
            }
        }
        #expect(found == ["2 at start", "2 at start", "2 at start"])
    }

    @Test func `Without a handle, or a place for what is found, nothing can be told`() {
        let table = unsafe StateFunctions.table.pointee
        let found = unsafe withState(Self.events) { state in
            var cursor: UInt64 = 0
            var event: UnsafePointer<gh_event>?
            let (type, key) = unsafe (Text("m.room.name").str, Text("").str)
            return unsafe [
                table.get(nil, type, key, &event), table.get(state, type, key, nil), table.next(nil, &cursor, &event),
                table.next(state, nil, &event), table.next(state, &cursor, nil),
            ]
        }
        #expect(found == [3, 3, 3, 3, 3])
    }

    @Test func `All state is at hand, so that nobody needs to ask and wait`() {
        #expect(unsafe StateFunctions.table.pointee.ask == nil)
        #expect(unsafe StateFunctions.table.pointee.size == MemoryLayout<gh_state_functions>.size)
    }

    @Test func `The events of a list are those that are there`() {
        let count = unsafe withState(Self.events) { state in
            unsafe UnsafeRawPointer(state).assumingMemoryBound(to: StateList.self).pointee.all.count
        }
        #expect(count == 5)
    }
}
