import Glibc
import JSONText

/// The fields of a struct, laid out for reading: a key is found, and a plain value stored, without counting a reference.
///
/// Its memory is never freed: there is one for each struct of the catalogue.
@safe package struct FieldTable: @unchecked Sendable {
    /// A field without what only messages need.
    @safe struct Slot {
        fileprivate let name: UnsafeMutableBufferPointer<UInt8>
        let value: SlotValue
        let isNullable: Bool
        let offset: Int
        /// The struct's room, in bytes.
        let room: Int
    }

    let fields: [Field]
    /// The size of the struct.
    let size: Int
    /// A bit for each field that must be there, by its place.
    let required: UInt64
    private let slots: UnsafePointer<Slot>
    private let count: Int

    // - Safety: `slots` holds `count` slots for good, and each slot its name.

    init(_ fields: [Field], size: Int) {
        self.fields = fields
        self.size = size
        let needed = fields.enumerated().filter { $1.isMember && !$1.isNullable }
        required = needed.reduce(0) { $0 | 1 << UInt64($1.offset) }
        let block = UnsafeMutablePointer<Slot>.allocate(capacity: max(fields.count, 1))
        for (place, field) in fields.enumerated() { unsafe (block + place).initialize(to: Slot(field)) }
        unsafe slots = UnsafePointer(block)
        count = fields.count
    }

    subscript(place: Int) -> Slot { unsafe slots[place] }

    /// The field that a key of an object names.
    func place(of key: JSONNode) -> Int? {
        guard let bytes = unsafe key.bytes else { return nil }
        for place in 0..<count where unsafe slots[place].isNamed(bytes) { return place }
        return nil
    }

    /// Those fields of a set of bits, as `required` is one.
    func fields(in places: UInt64) -> [Field] {
        fields.indices.filter { places & 1 << UInt64($0) != 0 }.map { fields[$0] }
    }
}

extension FieldTable.Slot {
    fileprivate init(_ field: Field) {
        // What is no member of the JSON has no name there.
        let name = field.isMember ? Array(field.name.utf8) : []
        unsafe self.name = .allocate(capacity: name.count)
        _ = unsafe self.name.initialize(from: name)
        (value, isNullable) = (SlotValue(field.type), field.isNullable)
        (offset, room) = (field.offset, field.type.size)
    }

    fileprivate func isNamed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard unsafe name.count == bytes.count, !bytes.isEmpty else { return false }
        guard let mine = unsafe name.baseAddress, let other = bytes.baseAddress else { return false }
        return unsafe memcmp(mine, other, bytes.count) == 0
    }
}

/// What is stored at a field: a plain value, or one that holds further ones.
enum SlotValue {
    case text, json, flag, integer, maybeInteger, cookie, nested

    fileprivate init(_ type: FieldType) {
        switch type {
        case .text: self = .text
        case .json: self = .json
        case .flag: self = .flag
        case .integer: self = .integer
        case .maybeInteger: self = .maybeInteger
        case .cookie: self = .cookie
        case .record, .records, .state, .media, .ownText: self = .nested
        }
    }
}
