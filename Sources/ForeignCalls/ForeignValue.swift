public import JSONText

/// A value of a signature's parameter or result, checked when the program runs.
public enum ForeignValue: Equatable, Sendable {
    /// An absent text, a NULL, or the result of a function that has none.
    case none
    case bool(Bool)
    case integer(Int128)
    case number(Double)
    /// For `str` and `cstr`.
    case text(String)
    case bytes([UInt8])
    case json(JSON)
    /// An address; 0 is `none`.
    case pointer(UInt)

    /// What keeps this value from being one of the type; nil: nothing.
    package func mismatch(with type: ValueType) -> String? {
        switch (self, type) {
        case (.number(let number), .f32) where number.isFinite && Float(number).isInfinite:
            return "\(number) is not within f32"
        case (.bool, .bool), (.number, .f32), (.number, .f64), (.bytes, .bytes), (.json, .json), (.pointer, .pointer),
            (.text, .text):
            return nil
        case (.none, _) where type.isNullable: return nil
        case (.text(let text), .cText):
            return text.utf8.contains(0) ? "the text has a NUL in it, which a cstr cannot have" : nil
        case (.integer(let integer), _):
            guard let range = type.integers else { break }
            return range.contains(integer) ? nil : "\(integer) is not within \(type.rawValue)"
        default: break
        }
        return "expected \(type.rawValue), found \(words)"
    }

    private var words: String {
        switch self {
        case .none: "nothing"
        case .bool: "a boolean"
        case .integer: "an integer"
        case .number: "a number with a fraction"
        case .text: "a text"
        case .bytes: "bytes"
        case .json: "JSON"
        case .pointer: "a pointer"
        }
    }
}

extension ForeignValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByStringLiteral
{
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(integerLiteral value: Int64) { self = .integer(Int128(value)) }
    public init(floatLiteral value: Double) { self = .number(value) }
    public init(stringLiteral value: String) { self = .text(value) }
}
