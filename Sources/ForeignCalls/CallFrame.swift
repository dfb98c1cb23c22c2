import CForeignCall
import JSONText

/// The cells of one call's arguments, and copies of the texts that they point to. Stands on the caller's stack as long
/// as it is small.
@safe package struct CallFrame: ~Copyable {
    // - Safety: both have the room that `lend` made: a cell for each that the signature takes, and the size of all
    //   texts. More is not written, because each parameter is put once, as the signature has it.
    package let cells: UnsafeMutablePointer<UInt64>
    private var nextCell: Int
    private var texts: UnsafeMutableRawPointer

    private init(_ room: UnsafeMutableRawPointer, _ prepared: PreparedSignature) {
        unsafe cells = room.assumingMemoryBound(to: UInt64.self)
        unsafe texts = room + prepared.cellCount * 8
        nextCell = prepared.takesInstance ? 1 : 0
        unsafe cells.initialize(repeating: 0, count: prepared.cellCount)
    }

    /// Lends a frame for the arguments of this signature.
    ///
    /// - Parameter textSize: the sum of the arguments' ``ForeignValue/textSize``.
    package static func lend<Result, Failure: Error>(
        _ prepared: PreparedSignature, textSize: Int, _ body: (inout CallFrame) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let size = prepared.cellCount * 8 + textSize
        return try unsafe withUnsafeTemporaryAllocation(byteCount: max(size, 8), alignment: 8) {
            room throws(Failure) in
            guard let start = room.baseAddress else { preconditionFailure("an allocation has an address") }
            var frame = unsafe CallFrame(start, prepared)
            return try body(&frame)
        }
    }

    /// Puts the next argument, which is one of this type.
    package mutating func put(_ value: ForeignValue, as type: ValueType) {
        switch value {
        case .none: skip(type)
        case .bool(let flag): put(flag ? 1 : 0)
        case .integer(let integer): put(UInt64(truncatingIfNeeded: integer))
        case .number(let number): put(type == .f32 ? UInt64(Float(number).bitPattern) : number.bitPattern)
        case .pointer(let address): put(UInt64(address))
        case .text(let text): put(copy(text), type)
        case .json(let json): put(copy(json.text), type)
        case .bytes(let bytes): put(unsafe bytes.withUnsafeBytes { unsafe copy($0) }, type)
        }
    }

    private mutating func put(_ cell: UInt64) {
        unsafe cells[nextCell] = cell
        nextCell += 1
    }

    /// Absent: the cells are 0 already.
    private mutating func skip(_ type: ValueType) { nextCell += fc_cells(type.foreign) }

    private mutating func put(_ copy: (start: UInt, count: Int), _ type: ValueType) {
        put(UInt64(copy.start))
        if fc_cells(type.foreign) == 2 { put(UInt64(copy.count)) }
    }

    private mutating func copy(_ text: String) -> (start: UInt, count: Int) {
        let fast = unsafe text.utf8.withContiguousStorageIfAvailable { unsafe copy(UnsafeRawBufferPointer($0)) }
        if let fast { return fast }
        return unsafe Array(text.utf8).withUnsafeBytes { unsafe copy($0) }
    }

    /// With a NUL behind, which only `cstr` needs.
    private mutating func copy(_ bytes: UnsafeRawBufferPointer) -> (start: UInt, count: Int) {
        let start = unsafe texts
        unsafe UnsafeMutableRawBufferPointer(start: start, count: bytes.count).copyMemory(from: bytes)
        unsafe start.storeBytes(of: 0, toByteOffset: bytes.count, as: UInt8.self)
        unsafe texts = start + bytes.count + 1
        return (UInt(bitPattern: start), bytes.count)
    }
}

extension ForeignValue {
    /// How many bytes its text takes in a frame.
    package var textSize: Int {
        switch self {
        case .text(let text): text.utf8.count + 1
        case .json(let json): json.text.utf8.count + 1
        case .bytes(let bytes): bytes.count + 1
        default: 0
        }
    }
}
