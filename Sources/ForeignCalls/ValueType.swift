/// A type of the signature language: what a parameter or a result is in C.
public enum ValueType: String, CaseIterable, Sendable {
    case bool, i8, u8, i16, u16, i32, u32, i64, u64, f32, f64
    /// `void *`.
    case pointer = "ptr"
    /// `gh_str` by value: UTF-8 with a length.
    case text = "str"
    /// `const char *` that ends with a NUL: UTF-8 without a NUL in it.
    case cText = "cstr"
    /// `gh_str` by value: any bytes.
    case bytes
    /// `gh_json` by value: JSON text.
    case json

    /// What an integer of this type may be; nil for other types.
    public var integers: ClosedRange<Int128>? {
        switch self {
        case .i8: Int128(Int8.min)...Int128(Int8.max)
        case .u8: 0...Int128(UInt8.max)
        case .i16: Int128(Int16.min)...Int128(Int16.max)
        case .u16: 0...Int128(UInt16.max)
        case .i32: Int128(Int32.min)...Int128(Int32.max)
        case .u32: 0...Int128(UInt32.max)
        case .i64: Int128(Int64.min)...Int128(Int64.max)
        case .u64: 0...Int128(UInt64.max)
        default: nil
        }
    }

    public var isFloat: Bool { self == .f32 || self == .f64 }

    /// It can be NULL, which stands for "there is none".
    public var isNullable: Bool { !isFloat && integers == nil && self != .bool }

    /// Text of some kind, or bytes.
    public var isText: Bool { isNullable && self != .pointer }
}
