import CGatehouse
package import JSONText

/// What an event's own object does not say.
package struct EventFacts: Sendable {
    package let id: String
    package let roomVersion: String
    package let isLocal: Bool
    package let internalMetadata: JSON?

    package init(id: String, roomVersion: String, isLocal: Bool, internalMetadata: JSON?) {
        (self.id, self.roomVersion) = (id, roomVersion)
        (self.isLocal, self.internalMetadata) = (isLocal, internalMetadata)
    }
}

extension ArgumentReader {
    /// An event out of its own object, which is handed on to the letter, and the facts beside it.
    // - Safety: the record has room for a `gh_event`; `memory` and the node's document outlive it.
    mutating func event(
        _ node: JSONNode, _ facts: EventFacts, _ memory: inout ArgumentMemory
    ) -> UnsafeMutableRawPointer {
        let type = RecordType.event
        let record = unsafe memory.zeroed(type.size)
        let isUnnamed = node.member("room_id") == nil && node.member("type")?.string == "m.room.create"
        let skipped = Self.known | (isUnnamed ? Self.roomID : 0)
        unsafe members(of: node, into: record, type.table, skipping: skipped, &memory)
        unsafe record.withMemoryRebound(to: gh_event.self, capacity: 1) { event in
            unsafe event.pointee.event_id = memory.copy(facts.id)
            unsafe event.pointee.room_version = memory.copy(facts.roomVersion)
            unsafe event.pointee.local = facts.isLocal ? 1 : 0
            unsafe event.pointee.text = gh_json(text: gh_str(borrowing: node.text))
            if let metadata = facts.internalMetadata {
                unsafe event.pointee.internal_metadata = gh_json(text: memory.copy(metadata.text))
            }
            // From room version 12 on the event that creates a room does not name it: the room's id is made of its own.
            if isUnnamed { unsafe event.pointee.room_id = memory.copy("!" + facts.id.dropFirst()) }
        }
        return unsafe record
    }

    /// The fields of an event that the facts know.
    private static let known = RecordType.event.table.beside
    private static let roomID = FieldTable.places(of: ["room_id"], in: RecordType.event.fields)
}
