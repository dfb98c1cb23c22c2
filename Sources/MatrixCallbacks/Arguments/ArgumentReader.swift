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
    private let notesPlaces: Bool
    let sources: CallSources?

    /// - Parameters:
    ///   - sources: have what does not come along.
    ///   - notesPlaces: problems say where they are; false: there is one if anything is wrong.
    private init(_ sources: CallSources?, notesPlaces: Bool) {
        (self.sources, self.notesPlaces) = (sources, notesPlaces)
    }

    /// Reads, and where anything is wrong a second time, to say where. Nearly all arguments are right, and those are read
    /// without keeping a list of where one is.
    ///
    /// - Parameter read: is called again for the same value, and makes the same again.
    static func reading<Result>(
        _ sources: CallSources? = nil, _ read: (inout ArgumentReader) -> Result
    ) -> (Result, [ArgumentProblem]) {
        var quick = ArgumentReader(sources, notesPlaces: false)
        let result = read(&quick)
        if quick.problems.isEmpty { return (result, []) }
        var thorough = ArgumentReader(sources, notesPlaces: true)
        return (read(&thorough), thorough.problems)
    }

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

    mutating func at(_ member: @autoclosure () -> String, _ body: (inout Self) -> Void) { at(.member(member()), body) }

    mutating func at(_ element: Int, _ body: (inout Self) -> Void) { at(.element(element), body) }

    private mutating func at(_ step: @autoclosure () -> Step, _ body: (inout Self) -> Void) {
        guard notesPlaces else { return body(&self) }
        path.append(step())
        body(&self)
        path.removeLast()
    }
}

/// Objects.
extension ArgumentReader {
    /// - Parameter skipped: a bit for each field, by its place, that is not read even where the object has it.
    /// - Returns: where those of an event stand that are not its own.
    // - Safety: `record` has room for the table's struct, which the offsets of its fields tile (a test checks that).
    @discardableResult
    mutating func members(
        of node: JSONNode, into record: UnsafeMutableRawPointer, _ table: FieldTable, isStrict: Bool = false,
        skipping skipped: UInt64 = 0, _ memory: inout ArgumentMemory
    ) -> EventText.Beside {
        unsafe record.storeBytes(of: table.size, as: Int.self)
        var beside = EventText.Beside()
        guard node.kind == .object else {
            report("expected an object, found \(node.kind.words)")
            return beside
        }
        var seen = skipped
        var key = node.firstChild
        while let name = key, let value = name.next {
            let place = table.place(of: name)
            let bit: UInt64 = place.map { 1 << UInt64($0) } ?? 0
            if let place {
                if skipped & bit == 0 { unsafe member(place, of: table, value, record, &memory) }
                seen |= bit
            } else if isStrict {
                unknown(name.string ?? "", table.fields)
            }
            beside.pass(name, isBeside: table.beside & bit != 0)
            key = value.next
        }
        for field in table.fields(in: table.required & ~seen) { at(field.name) { $0.report("it is missing") } }
        return beside
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
        at(table.fields[place].name) { reader in
            unsafe reader.slow(value, table.fields[place].type, at: record + slot.offset, &memory)
        }
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
