import CGatehouse
import JSONText
import ModuleLoader

/// Records and lists of them.
extension ArgumentReader {
    mutating func record(
        _ type: RecordType, _ node: JSONNode, _ memory: inout ArgumentMemory
    ) -> UnsafeMutableRawPointer {
        let record = unsafe memory.zeroed(type.size)
        let beside = unsafe members(of: node, into: record, type.table, &memory)
        if let offset = type.ownText {
            let version = unsafe EventText.roomVersion(of: record)
            unsafe (record + offset).storeBytes(
                of: EventText.own(node, without: beside, roomVersion: version, in: &memory), as: gh_str.self)
        }
        return unsafe record
    }

    private mutating func tuple(
        _ type: RecordType, _ node: JSONNode, _ memory: inout ArgumentMemory
    ) -> UnsafeMutableRawPointer {
        let record = unsafe memory.zeroed(type.size)
        unsafe record.storeBytes(of: type.size, as: Int.self)
        var value = node.firstChild
        for place in type.fields.indices {
            guard let item = value, node.kind == .array else {
                report("expected a list of \(type.fields.count) values")
                return unsafe record
            }
            unsafe member(place, of: type.table, item, record, &memory)
            value = item.next
        }
        if value != nil { report("expected a list of \(type.fields.count) values") }
        return unsafe record
    }

    mutating func list(
        _ type: RecordType, _ node: JSONNode, _ asTuples: Bool, at slot: UnsafeMutableRawPointer,
        _ memory: inout ArgumentMemory
    ) {
        let (items, count) = unsafe pointers(node, &memory) { reader, item, memory in
            unsafe asTuples ? reader.tuple(type, item, &memory) : reader.record(type, item, &memory)
        }
        unsafe slot.storeBytes(of: items, as: UnsafeMutableRawPointer.self)
        unsafe slot.storeBytes(of: count, toByteOffset: 8, as: Int.self)
    }

    /// An array of pointers, one for each element of a list.
    private mutating func pointers(
        _ node: JSONNode, _ memory: inout ArgumentMemory,
        _ make: (inout Self, JSONNode, inout ArgumentMemory) -> UnsafeMutableRawPointer
    ) -> (UnsafeMutableRawPointer, Int) {
        guard node.kind == .array else {
            report("expected a list, found \(node.kind.words)")
            return unsafe (memory.zeroed(8), 0)
        }
        let count = node.childCount
        let items = unsafe memory.zeroed(max(count, 1) * 8)
        var element = node.firstChild
        var place = 0
        while let item = element {
            at(place) { reader in
                unsafe items.storeBytes(
                    of: make(&reader, item, &memory), toByteOffset: place * 8, as: UnsafeMutableRawPointer.self)
            }
            place += 1
            element = item.next
        }
        return unsafe (items, count)
    }
}

/// Handles.
extension ArgumentReader {
    /// A list is all of the state; an object is what its `reads` cover of it, and perhaps the number by which the caller
    /// knows the rest.
    mutating func state(_ node: JSONNode, at slot: UnsafeMutableRawPointer, _ memory: inout ArgumentMemory) {
        guard node.kind == .object else {
            return unsafe state(node, reads: nil, nil, at: slot, &memory)
        }
        guard let reads = node.member("reads"), let events = node.member("events") else {
            return report("expected a list, or an object with `reads` and `events`")
        }
        var texts = unsafe UnsafeBufferPointer<UnsafePointer<StateReadText>>(start: nil, count: 0)
        at("reads") { reader in unsafe texts = reader.reads(reads, &memory) }
        let elsewhere = elsewhere(node)
        if let elsewhere { memory.keep(elsewhere) }
        at("events") { reader in unsafe reader.state(events, reads: texts, elsewhere, at: slot, &memory) }
    }

    private mutating func elsewhere(_ node: JSONNode) -> StateElsewhere? {
        guard let call = number(of: node), let origin = sources?.origin else { return nil }
        return StateElsewhere(origin, of: call)
    }

    /// By which the caller knows what does not come along; nil where it gives none, or what is none.
    mutating func number(of node: JSONNode) -> Int64? {
        guard let call = node.member("call") else { return nil }
        if call.integer == nil {
            at("call") { $0.report("expected a whole number of at most 64 bits, found \(call.kind.words)") }
        }
        return call.integer
    }

    private mutating func state(
        _ node: JSONNode, reads: UnsafeBufferPointer<UnsafePointer<StateReadText>>?, _ elsewhere: StateElsewhere?,
        at slot: UnsafeMutableRawPointer, _ memory: inout ArgumentMemory
    ) {
        let (items, count) = unsafe pointers(node, &memory) { reader, item, memory in
            unsafe reader.record(.event, item, &memory)
        }
        let events = unsafe UnsafePointer(items.assumingMemoryBound(to: UnsafePointer<gh_event>?.self))
        let handle = unsafe memory.room(MemoryLayout<StateList>.size)
        unsafe handle.initializeMemory(
            as: StateList.self, to: StateList(events: events, count: count, reads: reads, elsewhere: elsewhere))
        unsafe slot.storeBytes(of: handle, as: UnsafeMutableRawPointer.self)
    }

    private mutating func reads(
        _ node: JSONNode, _ memory: inout ArgumentMemory
    ) -> UnsafeBufferPointer<UnsafePointer<StateReadText>> {
        let (items, count) = unsafe pointers(node, &memory) { reader, item, memory in
            let place = unsafe memory.room(MemoryLayout<StateReadText>.size)
            unsafe place.initializeMemory(as: StateReadText.self, to: reader.read(item, &memory))
            return unsafe place
        }
        return unsafe UnsafeBufferPointer(
            start: items.assumingMemoryBound(to: UnsafePointer<StateReadText>.self), count: count)
    }

    /// Without a `state_key` it is any key.
    private mutating func read(_ node: JSONNode, _ memory: inout ArgumentMemory) -> StateReadText {
        let key = node.member("state_key")
        guard let type = node.member("type")?.string, key == nil || key?.kind == .null || key?.string != nil else {
            report("expected an object with `type` and perhaps `state_key`, which are strings")
            return unsafe StateReadText(type: gh_str(), stateKey: gh_str())
        }
        return unsafe StateReadText(
            type: memory.copy(type), stateKey: key?.string.map { text in unsafe memory.copy(text) } ?? gh_str())
    }
}

extension JSONNode {
    fileprivate var childCount: Int {
        var count = 0
        var child = firstChild
        while let this = child {
            count += 1
            child = this.next
        }
        return count
    }
}
