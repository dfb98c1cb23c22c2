package import CForeignCall
import Glibc
import JSONText

/// Why a function's result is no value of its type.
package struct ResultFault: Error, Equatable, Sendable {
    package let cause: String
}

extension ForeignValue {
    /// No text of a result is longer.
    private static let textLimit = 16 << 20

    /// What a function returned. Texts are copied.
    ///
    /// - Throws: what is wrong with it, where it is no value of its type.
    // - Safety: the function says that what it returns is text of its type, valid until it is called again.
    @unsafe package init(_ result: fc_result, as type: ValueType?) throws(ResultFault) {
        let (first, second) = result.cells
        switch type {
        case nil: self = .none
        case .bool: self = .bool(first != 0)
        case .f32: self = .number(Double(Float(bitPattern: UInt32(truncatingIfNeeded: first))))
        case .f64: self = .number(Double(bitPattern: first))
        case .u8, .u16, .u32, .u64: self = .integer(Int128(first))
        case .i8, .i16, .i32, .i64: self = .integer(Int128(Int64(bitPattern: first)))
        case .pointer: self = first == 0 ? .none : .pointer(UInt(first))
        case .cText: self = try unsafe Self.text(Self.untilNUL(first))
        case .text: self = try unsafe Self.text(Self.slice(first, second))
        case .bytes: self = try unsafe Self.slice(first, second).map { .bytes(unsafe Array($0)) } ?? .none
        case .json: self = try unsafe Self.json(Self.text(Self.slice(first, second)))
        }
    }

    private static func slice(_ start: UInt64, _ count: UInt64) throws(ResultFault) -> UnsafeRawBufferPointer? {
        guard start != 0 else { return nil }
        guard count <= textLimit else { throw ResultFault(cause: "the text that it returned is over 16 MiB") }
        return unsafe UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: UInt(start)), count: Int(count))
    }

    private static func untilNUL(_ start: UInt64) throws(ResultFault) -> UnsafeRawBufferPointer? {
        guard let text = unsafe UnsafePointer<CChar>(bitPattern: UInt(start)) else { return nil }
        return try unsafe slice(start, UInt64(strnlen(text, textLimit + 1)))
    }

    private static func text(_ bytes: UnsafeRawBufferPointer?) throws(ResultFault) -> ForeignValue {
        guard let bytes = unsafe bytes else { return .none }
        guard let text = unsafe String(validating: bytes, as: UTF8.self) else {
            throw ResultFault(cause: "the text that it returned is no UTF-8")
        }
        return .text(text)
    }

    private static func json(_ value: ForeignValue) throws(ResultFault) -> ForeignValue {
        guard case .text(let text) = value else { return .none }
        do {
            return .json(try JSON(text))
        } catch {
            throw ResultFault(cause: "what it returned is no JSON: \(error)")
        }
    }
}
