import CGatehouse
import JSONText

/// An event's own object, without what callers write beside it: `room_version`, `local`, `internal_metadata`, and the
/// `event_id`, which only room versions 1 and 2 have in the event itself.
enum EventText {
    static let beside: Set<String> = ["event_id", "room_version", "local", "internal_metadata"]

    /// Where those members stand, noted while an object is read: mostly behind each other.
    struct Beside {
        /// From the first key of the last run to the key behind it; nil: there is none behind it.
        private(set) var start = 0
        private(set) var end: Int?
        private(set) var runs = 0
        private var isInside = false

        @inline(__always) mutating func pass(_ key: JSONNode, isBeside: Bool) {
            if isBeside == isInside { return }
            if isBeside {
                (start, end, runs) = (key.start, nil, runs + 1)
            } else {
                end = key.start
            }
            isInside = isBeside
        }
    }

    /// The room version that stands in a `gh_event`.
    static func roomVersion(of record: UnsafeMutableRawPointer) -> gh_str {
        unsafe record.assumingMemoryBound(to: gh_event.self).pointee.room_version
    }

    /// A slice of the event's text where nothing has to go, else a copy. What stays, stays to the letter.
    // - Safety: the room is as long as the whole text, and no more than that is put into it: each run of members that
    //   stay, a comma before all but the first, where one was, and two braces.
    static func own(
        _ event: JSONNode, without beside: Beside, roomVersion: gh_str, in memory: inout ArgumentMemory
    ) -> gh_str {
        if beside.runs == 0 { return unsafe gh_str(borrowing: event.text) }
        let keepsID = unsafe gh_equal(roomVersion, str("1")) != 0 || gh_equal(roomVersion, str("2")) != 0
        let text = unsafe event.wholeText
        var writer = unsafe Writer(memory.room(event.end - event.start))
        if beside.runs > 1 || keepsID {
            forEachRun(of: event, keepsID: keepsID) { unsafe writer.add(text, $0) }
        } else {
            unsafe writer.add(text, (event.firstChild?.start ?? beside.start)..<beside.start)
            if let end = beside.end { unsafe writer.add(text, end..<event.end - 1) }
        }
        return unsafe writer.closed
    }

    /// Members that stay and stand behind each other.
    private static func forEachRun(of event: JSONNode, keepsID: Bool, _ body: (Range<Int>) -> Void) {
        var run: Int?
        event.forEachMember { name, _ in
            if !goes(name, keepsID: keepsID) {
                run = run ?? name.start
            } else if let start = run {
                body(start..<name.start)
                run = nil
            }
        }
        if let start = run { body(start..<event.end - 1) }
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
            if end == range.lowerBound { return }
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
