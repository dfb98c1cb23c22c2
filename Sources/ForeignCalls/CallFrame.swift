import CForeignCall
import JSONText

/// The cells of one call's arguments, and copies of the texts that they point to. It stands in memory that its thread
/// keeps, so that a call takes none.
///
/// Types that hooks take put themselves into it.
@safe public struct CallFrame: ~Copyable {
    // - Safety: a cell for each that the signature takes; each parameter is put once, as the signature has it.
    package let cells: UnsafeMutablePointer<UInt64>
    private var nextCell: Int
    private let mark: fc_mark

    /// - Parameter first: where the first argument goes.
    @usableFromInline init(cells count: Int, first: Int) {
        unsafe mark = fc_room_mark()
        unsafe cells = Self.room(8 * count).assumingMemoryBound(to: UInt64.self)
        nextCell = first
        unsafe cells.initialize(repeating: 0, count: count)
    }

    /// Lends a frame for the arguments of this signature.
    @inlinable package static func lend<Result, Failure: Error>(
        _ prepared: PreparedSignature, _ body: (inout CallFrame) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try lend(cells: prepared.cellCount, first: prepared.takesInstance ? 1 : 0, body)
    }

    /// Lends a frame of so many cells.
    @inlinable package static func lend<Result, Failure: Error>(
        cells: Int, first: Int = 0, _ body: (inout CallFrame) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var frame = CallFrame(cells: cells, first: first)
        defer { frame.end() }
        return try body(&frame)
    }

    /// Gives all of its memory back.
    @usableFromInline func end() { unsafe fc_room_return(mark) }

    private static func room(_ size: Int) -> UnsafeMutableRawPointer {
        guard let taken = unsafe fc_room_take(size) else { preconditionFailure("there is no memory left") }
        return unsafe taken
    }
}

/// Each puts the next argument.
extension CallFrame {
    package mutating func put(cell: UInt64) {
        unsafe cells[nextCell] = cell
        nextCell += 1
    }

    package mutating func put(_ text: String, as type: ValueType = .text) {
        let copied: Void? = unsafe text.utf8.withContiguousStorageIfAvailable {
            unsafe copy(UnsafeRawBufferPointer($0), as: type)
        }
        if copied == nil { put(Array(text.utf8), as: type) }
    }

    package mutating func put(_ bytes: [UInt8], as type: ValueType = .bytes) {
        unsafe bytes.withUnsafeBytes { unsafe copy($0, as: type) }
    }

    /// Nothing: the cells are 0 already.
    package mutating func skip(_ type: ValueType) { nextCell += type.cells }

    /// - Parameter value: one of this type.
    package mutating func put(_ value: ForeignValue, as type: ValueType) {
        switch value {
        case .none: skip(type)
        case .bool(let flag): put(cell: flag ? 1 : 0)
        case .integer(let integer): put(cell: UInt64(truncatingIfNeeded: integer))
        case .number(let number): put(cell: type == .f32 ? UInt64(Float(number).bitPattern) : number.bitPattern)
        case .pointer(let address): put(cell: UInt64(address))
        case .text(let text): put(text, as: type)
        case .json(let json): put(json.text, as: type)
        case .bytes(let bytes): put(bytes, as: type)
        }
    }

    /// With a NUL behind, which only `cstr` needs.
    private mutating func copy(_ bytes: UnsafeRawBufferPointer, as type: ValueType) {
        let start = unsafe Self.room(bytes.count + 1)
        unsafe UnsafeMutableRawBufferPointer(start: start, count: bytes.count).copyMemory(from: bytes)
        unsafe start.storeBytes(of: 0, toByteOffset: bytes.count, as: UInt8.self)
        put(cell: UInt64(UInt(bitPattern: start)))
        if type.cells == 2 { put(cell: UInt64(bytes.count)) }
    }
}
