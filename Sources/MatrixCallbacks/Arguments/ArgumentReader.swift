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
    private var path: [Step] = []
    let source: StateSource?

    /// - Parameter source: has the state that does not come along.
    init(_ source: StateSource? = nil) { self.source = source }

    private enum Step {
        case member(String), element(Int)

        var text: String {
            switch self {
            case .member(let name): name
            case .element(let place): String(place)
            }
        }
    }

    mutating func report(_ cause: String) {
        problems.append(ArgumentProblem(path: path.map(\.text).joined(separator: "."), cause: cause))
    }

    mutating func at(_ member: String, _ body: (inout Self) -> Void) { at(.member(member), body) }

    mutating func at(_ element: Int, _ body: (inout Self) -> Void) { at(.element(element), body) }

    private mutating func at(_ step: Step, _ body: (inout Self) -> Void) {
        path.append(step)
        body(&self)
        path.removeLast()
    }
}

/// Objects.
extension ArgumentReader {
    /// - Parameter skipped: a bit for each field, by its place, that is not read even where the object has it.
    // - Safety: `record` has room for the table's struct, which the offsets of its fields tile (a test checks that).
    mutating func members(
        of node: JSONNode, into record: UnsafeMutableRawPointer, _ table: FieldTable, isStrict: Bool = false,
        skipping skipped: UInt64 = 0, _ memory: inout ArgumentMemory
    ) {
        unsafe record.storeBytes(of: table.size, as: Int.self)
        guard node.kind == .object else { return report("expected an object, found \(node.kind.words)") }
        var seen = skipped
        var key = node.firstChild
        while let name = key, let value = name.next {
            if let place = table.place(of: name) {
                if skipped & 1 << UInt64(place) == 0 { unsafe member(place, of: table, value, record, &memory) }
                seen |= 1 << UInt64(place)
            } else if isStrict {
                unknown(name.string ?? "", table.fields)
            }
            key = value.next
        }
        let missing = table.required & ~seen
        guard missing != 0 else { return }
        for field in table.fields(in: missing) { at(field.name) { $0.report("it is missing") } }
    }

    mutating func member(
        _ place: Int, of table: FieldTable, _ value: JSONNode, _ record: UnsafeMutableRawPointer,
        _ memory: inout ArgumentMemory
    ) {
        let slot = table[place]
        if slot.isNullable && value.kind == .null {
            // Where a key stands twice the last one counts: what the first one said goes.
            unsafe (record + slot.offset).initializeMemory(as: UInt8.self, repeating: 0, count: slot.room)
            return
        }
        if unsafe store(value, slot.value, at: record + slot.offset) { return }
        let field = table.fields[place]
        at(field.name) { reader in unsafe reader.slow(value, field.type, at: record + slot.offset, &memory) }
    }

    private mutating func unknown(_ name: String, _ fields: [Field]) {
        let near = NearMiss.closest(to: name, among: fields.map(\.name))
        at(name) { $0.report("there is no such argument" + (near.map { "; did you mean \($0)?" } ?? "")) }
    }

    /// Values that need no path to report with: nearly all there are.
    private func store(_ value: JSONNode, _ kind: SlotValue, at slot: UnsafeMutableRawPointer) -> Bool {
        switch kind {
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
        case .cookie:
            guard let integer = value.integer, let number = UInt64(exactly: integer) else { return false }
            unsafe slot.storeBytes(of: number, as: UInt64.self)
        case .maybeInteger:
            guard let integer = value.integer else { return false }
            unsafe slot.storeBytes(of: gh_maybe_int(present: 1, value: integer), as: gh_maybe_int.self)
        case .nested: return false
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
        case .cookie: report("expected the number of a cookie, found \(value.kind.words)")
        case .json, .ownText: break
        case .record(let type):
            unsafe slot.storeBytes(of: record(type, value, &memory), as: UnsafeMutableRawPointer.self)
        case .records(let type, let asTuples): unsafe list(type, value, asTuples, at: slot, &memory)
        case .state: unsafe state(value, at: slot, &memory)
        case .media: unsafe media(value, at: slot, &memory)
        }
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
