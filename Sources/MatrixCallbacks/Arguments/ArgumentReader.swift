import CGatehouse
import JSONText
import ModuleLoader

/// What is wrong with the arguments of a call: where, and what.
public struct ArgumentProblem: Equatable, Sendable, CustomStringConvertible {
    /// A key path: `event.sender`, `state_events.3.type`; empty for the whole.
    public let path: String
    public let cause: String

    package init(path: String, cause: String) { (self.path, self.cause) = (path, cause) }

    public var description: String { path.isEmpty ? cause : "\(path): \(cause)" }
}

/// Makes C structs from JSON, by their fields alone. Collects all mistakes.
@safe struct ArgumentReader {
    private(set) var problems: [ArgumentProblem] = []
    private var path: [String] = []

    private mutating func report(_ cause: String) {
        problems.append(ArgumentProblem(path: path.joined(separator: "."), cause: cause))
    }

    private mutating func at(_ step: String, _ body: (inout Self) -> Void) {
        path.append(step)
        body(&self)
        path.removeLast()
    }
}

/// Objects.
extension ArgumentReader {
    // - Safety: `record` has room for `size` bytes, which the offsets of `fields` tile (a test checks that).
    mutating func members(
        of node: JSONNode, into record: UnsafeMutableRawPointer, _ fields: [Field], size: Int, isStrict: Bool,
        _ memory: inout ArgumentMemory
    ) {
        unsafe record.storeBytes(of: size, as: Int.self)
        guard node.kind == .object else { return report("expected an object, found \(node.kind.words)") }
        var seen: UInt64 = 0
        var key = node.firstChild
        while let name = key, let value = name.next {
            if let place = fields.firstIndex(where: { $0.isMember && name.isText($0.name) }) {
                seen |= 1 << UInt64(place)
                unsafe member(fields[place], value, record, &memory)
            } else if isStrict {
                unknown(name.string ?? "", fields)
            }
            key = value.next
        }
        for (place, field) in fields.enumerated()
        where field.isMember && !field.isNullable && seen & 1 << UInt64(place) == 0 {
            at(field.name) { $0.report("it is missing") }
        }
    }

    private mutating func member(
        _ field: Field, _ value: JSONNode, _ record: UnsafeMutableRawPointer, _ memory: inout ArgumentMemory
    ) {
        if value.kind == .null && field.isNullable {
            // Where a key stands twice the last one counts: what the first one said goes.
            unsafe (record + field.offset).initializeMemory(as: UInt8.self, repeating: 0, count: field.type.size)
            return
        }
        if unsafe store(value, field.type, at: record + field.offset) { return }
        at(field.name) { reader in unsafe reader.slow(value, field.type, at: record + field.offset, &memory) }
    }

    private mutating func unknown(_ name: String, _ fields: [Field]) {
        let near = NearMiss.closest(to: name, among: fields.map(\.name))
        at(name) { $0.report("there is no such argument" + (near.map { "; did you mean \($0)?" } ?? "")) }
    }

    /// Values that need no path to report with: nearly all there are.
    private mutating func store(_ value: JSONNode, _ type: FieldType, at slot: UnsafeMutableRawPointer) -> Bool {
        switch type {
        case .text:
            guard let bytes = unsafe value.bytes else { return false }
            unsafe slot.storeBytes(of: gh_str(borrowing: UnsafeRawBufferPointer(bytes)), as: gh_str.self)
        case .json:
            unsafe slot.storeBytes(of: gh_str(borrowing: value.text), as: gh_str.self)
        case .flag:
            guard let flag = value.bool else { return false }
            unsafe slot.storeBytes(of: flag ? 1 : 0, as: UInt64.self)
        case .integer:
            guard let integer = value.integer else { return false }
            unsafe slot.storeBytes(of: integer, as: Int64.self)
        case .maybeInteger:
            guard let integer = value.integer else { return false }
            unsafe slot.storeBytes(of: gh_maybe_int(present: 1, value: integer), as: gh_maybe_int.self)
        default: return false
        }
        return true
    }

    /// Values that hold further ones, and mistakes.
    private mutating func slow(
        _ value: JSONNode, _ type: FieldType, at slot: UnsafeMutableRawPointer, _ memory: inout ArgumentMemory
    ) {
        switch type {
        case .text: report("expected a string, found \(value.kind.words)")
        case .flag: report("expected true or false, found \(value.kind.words)")
        case .integer, .maybeInteger: report("expected a whole number of at most 64 bits, found \(value.kind.words)")
        case .json, .ownText: break
        case .record(let type):
            unsafe slot.storeBytes(of: record(type, value, &memory), as: UnsafeMutableRawPointer.self)
        case .records(let type, let asTuples): unsafe list(type, value, asTuples, at: slot, &memory)
        case .state: unsafe state(value, at: slot, &memory)
        case .media: unsafe media(value, at: slot, &memory)
        }
    }
}

/// Records and lists of them.
extension ArgumentReader {
    mutating func record(
        _ type: RecordType, _ node: JSONNode, _ memory: inout ArgumentMemory
    ) -> UnsafeMutableRawPointer {
        let record = unsafe memory.zeroed(type.size)
        unsafe members(of: node, into: record, type.fields, size: type.size, isStrict: false, &memory)
        for field in type.fields where !field.isMember {
            let version = unsafe EventText.roomVersion(of: record)
            unsafe (record + field.offset).storeBytes(
                of: EventText.own(node, roomVersion: version, in: &memory), as: gh_str.self)
        }
        return unsafe record
    }

    private mutating func tuple(
        _ type: RecordType, _ node: JSONNode, _ memory: inout ArgumentMemory
    ) -> UnsafeMutableRawPointer {
        let record = unsafe memory.zeroed(type.size)
        unsafe record.storeBytes(of: type.size, as: Int.self)
        var value = node.firstChild
        for field in type.fields {
            guard let item = value, node.kind == .array else {
                report("expected a list of \(type.fields.count) values")
                return unsafe record
            }
            unsafe member(field, item, record, &memory)
            value = item.next
        }
        if value != nil { report("expected a list of \(type.fields.count) values") }
        return unsafe record
    }

    private mutating func list(
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
            at(String(place)) { reader in
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
    private mutating func state(_ node: JSONNode, at slot: UnsafeMutableRawPointer, _ memory: inout ArgumentMemory) {
        let (items, count) = unsafe pointers(node, &memory) { reader, item, memory in
            unsafe reader.record(.event, item, &memory)
        }
        let events = unsafe UnsafePointer(items.assumingMemoryBound(to: UnsafePointer<gh_event>?.self))
        let handle = unsafe memory.room(MemoryLayout<StateList>.size)
        unsafe handle.initializeMemory(as: StateList.self, to: StateList(events: events, count: count))
        unsafe slot.storeBytes(of: handle, as: UnsafeMutableRawPointer.self)
    }

    private mutating func media(_ node: JSONNode, at slot: UnsafeMutableRawPointer, _ memory: inout ArgumentMemory) {
        guard let text = node.member("base64")?.string, let decoded = Base64.decode(text) else {
            return report("expected an object with `base64`, the file's bytes")
        }
        let copy = unsafe decoded.withUnsafeBytes { unsafe memory.copy($0) }
        let bytes = unsafe UnsafeRawBufferPointer(start: copy.ptr, count: copy.len)
        let handle = unsafe memory.room(MemoryLayout<MediaBytes>.size)
        unsafe handle.initializeMemory(as: MediaBytes.self, to: MediaBytes(bytes: bytes, path: gh_str()))
        unsafe slot.storeBytes(of: handle, as: UnsafeMutableRawPointer.self)
    }
}

extension JSONNode {
    var childCount: Int {
        var count = 0
        var child = firstChild
        while let this = child {
            count += 1
            child = this.next
        }
        return count
    }
}

extension JSONNode.Kind {
    /// As it is said in a message.
    package var words: String {
        switch self {
        case .object: "an object"
        case .array: "a list"
        case .string: "a string"
        case .integer, .number: "a number"
        case .bigInteger: "a number beyond 64 bits"
        case .bool: "a boolean"
        case .null: "null"
        }
    }
}
