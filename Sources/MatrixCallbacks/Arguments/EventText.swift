import CGatehouse
import JSONText

/// An event's own object, without what callers write beside it: `room_version`, `local`, `internal_metadata`, and the
/// `event_id`, which only room versions 1 and 2 have in the event itself.
enum EventText {
    /// The room version that stands in a `gh_event`.
    static func roomVersion(of record: UnsafeMutableRawPointer) -> gh_str {
        unsafe record.assumingMemoryBound(to: gh_event.self).pointee.room_version
    }

    /// A slice of the event's text where nothing has to go, else a copy. What stays, stays to the letter.
    // - Safety: the room is as long as the whole text, and no more than that is put into it: each run of members that
    //   stay, a comma before all but the first, which had one, and two braces.
    static func own(_ event: JSONNode, roomVersion: gh_str, in memory: inout ArgumentMemory) -> gh_str {
        let keepsID = unsafe gh_equal(roomVersion, str("1")) != 0 || gh_equal(roomVersion, str("2")) != 0
        let text = unsafe event.wholeText
        var writer: Writer?
        var run: Int?
        var key = event.firstChild
        while let name = key, let value = name.next {
            key = value.next
            guard goes(name, keepsID: keepsID) else {
                run = run ?? name.start
                continue
            }
            if writer == nil { writer = unsafe Writer(memory.room(event.text.count)) }
            if let start = run { unsafe writer?.add(text, start..<name.start) }
            run = nil
        }
        guard var writer else { return unsafe gh_str(borrowing: event.text) }
        if let start = run { unsafe writer.add(text, start..<event.end - 1) }
        return unsafe writer.closed
    }

    /// Most keys have another length than all of these.
    private static func goes(_ key: JSONNode, keepsID: Bool) -> Bool {
        switch unsafe key.bytes?.count {
        case 5: key.isText("local" as StaticString)
        case 8: !keepsID && key.isText("event_id" as StaticString)
        case 12: key.isText("room_version" as StaticString)
        case 17: key.isText("internal_metadata" as StaticString)
        default: false
        }
    }

    private static func str(_ text: StaticString) -> gh_str {
        unsafe gh_str(
            ptr: UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self), len: text.utf8CodeUnitCount)
    }

    /// Puts an object together, of members that stand in a text.
    @safe private struct Writer {
        private let room: UnsafeMutableRawPointer
        private var length = 1

        init(_ room: UnsafeMutableRawPointer) {
            unsafe self.room = room
            unsafe room.storeBytes(of: UInt8(ascii: "{"), as: UInt8.self)
        }

        /// Adds members, without what stands between the last of them and what comes next.
        mutating func add(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) {
            var end = range.upperBound
            while end > range.lowerBound, unsafe text[end - 1].isBetweenMembers { end -= 1 }
            if length > 1 { put(UInt8(ascii: ",")) }
            let members = unsafe UnsafeRawBufferPointer(rebasing: text[range.lowerBound..<end])
            unsafe UnsafeMutableRawBufferPointer(start: room + length, count: members.count).copyMemory(from: members)
            length += members.count
        }

        private mutating func put(_ byte: UInt8) {
            unsafe (room + length).storeBytes(of: byte, as: UInt8.self)
            length += 1
        }

        var closed: gh_str {
            unsafe (room + length).storeBytes(of: UInt8(ascii: "}"), as: UInt8.self)
            return unsafe gh_str(borrowing: UnsafeRawBufferPointer(start: room, count: length + 1))
        }
    }
}

extension UInt8 {
    /// White space, or the one comma behind a member. No value ends in either.
    fileprivate var isBetweenMembers: Bool { self <= UInt8(ascii: " ") || self == UInt8(ascii: ",") }
}
