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
    static func own(_ event: JSONNode, roomVersion: gh_str, in memory: inout ArgumentMemory) -> gh_str {
        let keepsID = unsafe gh_equal(roomVersion, str("1")) != 0 || gh_equal(roomVersion, str("2")) != 0
        var runs: [Range<Int>] = []
        var isOpen = false
        var drops = false
        event.forEachMember { key, value in
            let goes =
                key.isText("room_version" as StaticString) || key.isText("local" as StaticString)
                || key.isText("internal_metadata" as StaticString)
                || (!keepsID && key.isText("event_id" as StaticString))
            let range = key.range.lowerBound..<value.range.upperBound
            if goes {
                drops = true
            } else if isOpen, let last = runs.popLast() {
                runs.append(last.lowerBound..<range.upperBound)
            } else {
                runs.append(range)
            }
            isOpen = !goes
        }
        return unsafe drops ? join(runs, of: event.wholeText, in: &memory) : gh_str(borrowing: event.text)
    }

    private static func str(_ text: StaticString) -> gh_str {
        unsafe gh_str(
            ptr: UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self), len: text.utf8CodeUnitCount)
    }

    // - Safety: the room is as long as what is put into it: the runs, commas between them, and two braces.
    private static func join(
        _ runs: [Range<Int>], of text: UnsafeRawBufferPointer, in memory: inout ArgumentMemory
    ) -> gh_str {
        let length = runs.reduce(2 + max(runs.count - 1, 0)) { $0 + $1.count }
        let room = unsafe UnsafeMutableRawBufferPointer(start: memory.room(length), count: length)
        unsafe room[0] = UInt8(ascii: "{")
        var end = 1
        for run in runs {
            if end > 1 {
                unsafe room[end] = UInt8(ascii: ",")
                end += 1
            }
            unsafe UnsafeMutableRawBufferPointer(rebasing: room[end..<end + run.count]).copyMemory(
                from: UnsafeRawBufferPointer(rebasing: text[run]))
            end += run.count
        }
        unsafe room[end] = UInt8(ascii: "}")
        return unsafe gh_str(borrowing: UnsafeRawBufferPointer(room))
    }
}
