import JSONText

/// The fields of a struct, laid out for reading: a key is found, and a plain value stored, without counting a reference.
///
/// Its memory is never freed: there is one for each struct of the catalogue.
@safe package final class FieldTable: @unchecked Sendable {
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
    /// A bit for each field that callers write into an event's object and that is not the event's own.
    let beside: UInt64
    private let slots: UnsafePointer<Slot>
    /// The places of the fields by their names, each at its hash or in the next free one behind it.
    private let buckets: UnsafePointer<UInt8>

    // - Safety: `slots` holds a slot for each field for good, and each slot its name; there are `bucketCount` buckets, of
    //   which some are free, so that every search ends.

    init(_ fields: [Field], size: Int) {
        self.fields = fields
        self.size = size
        let needed = fields.enumerated().filter { $1.isMember && !$1.isNullable }
        required = needed.reduce(0) { $0 | 1 << UInt64($1.offset) }
        beside = fields.allSatisfy(\.isMember) ? 0 : Self.places(of: EventText.beside, in: fields)
        let block = UnsafeMutablePointer<Slot>.allocate(capacity: max(fields.count, 1))
        for (place, field) in fields.enumerated() { unsafe (block + place).initialize(to: Slot(field)) }
        unsafe slots = UnsafePointer(block)
        unsafe buckets = UnsafePointer(Self.buckets(of: fields))
    }

    private static let bucketCount = 128
    private static let free = UInt8.max

    private static func buckets(of fields: [Field]) -> UnsafeMutablePointer<UInt8> {
        let buckets = UnsafeMutablePointer<UInt8>.allocate(capacity: bucketCount)
        unsafe buckets.initialize(repeating: free, count: bucketCount)
        for (place, field) in fields.enumerated() where field.isMember {
            var bucket = hash(field.name.utf8.count, field.name.utf8.first ?? 0)
            while unsafe buckets[bucket] != free { bucket = (bucket + 1) % bucketCount }
            unsafe buckets[bucket] = UInt8(place)
        }
        return unsafe buckets
    }

    /// Of names in one struct few have the same length and begin with the same letter.
    private static func hash(_ length: Int, _ first: UInt8) -> Int { (length &* 11 &+ Int(first)) & (bucketCount - 1) }

    static func places(of names: Set<String>, in fields: [Field]) -> UInt64 {
        fields.enumerated().reduce(0) { $0 | (names.contains($1.element.name) ? 1 << UInt64($1.offset) : 0) }
    }

    subscript(place: Int) -> Slot { unsafe slots[place] }

    /// The field that a key of an object names.
    func place(of key: JSONNode) -> Int? {
        guard let bytes = unsafe key.bytes, !bytes.isEmpty else { return nil }
        var bucket = unsafe Self.hash(bytes.count, bytes[0])
        while true {
            let place = unsafe buckets[bucket]
            if place == Self.free { return nil }
            if unsafe slots[Int(place)].isNamed(bytes) { return Int(place) }
            bucket = (bucket + 1) % Self.bucketCount
        }
    }

    /// Those fields of a set of bits, as `required` is one.
    func fields(in places: UInt64) -> [Field] {
        places == 0 ? [] : fields.indices.filter { places & 1 << UInt64($0) != 0 }.map { fields[$0] }
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
        guard unsafe name.count == bytes.count else { return false }
        return unsafe UnsafeRawBufferPointer(name).isSame(as: UnsafeRawBufferPointer(bytes))
    }
}

extension UnsafeRawBufferPointer {
    /// For texts of the same length that are short: eight bytes at once, the last eight of them perhaps twice. Calling
    /// `memcmp` takes longer.
    // - Safety: no load goes beyond `count`, which both have.
    fileprivate func isSame(as other: UnsafeRawBufferPointer) -> Bool {
        guard let mine = baseAddress, let others = other.baseAddress else { return unsafe other.isEmpty }
        if count < 8 { return (0..<count).allSatisfy { unsafe self[$0] == other[$0] } }
        for place in stride(from: 0, to: count, by: 8) {
            let place = Swift.min(place, count - 8)
            let word = unsafe mine.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            if unsafe others.loadUnaligned(fromByteOffset: place, as: UInt64.self) != word { return false }
        }
        return true
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
