public import ForeignCalls
public import JSONText

/// A Swift type that hooks take and return: `Bool`, the integers of 8 to 64 bits, `Float`, `Double`, `String` (`str`),
/// `[UInt8]` (`bytes`), `JSON` (`json`), and optionals of the last three, which may be absent.
public protocol HookValue: Sendable {
    /// What it is in a signature.
    static var valueType: ValueType { get }
    var foreignValue: ForeignValue { get }
    /// Nil: that is no value of this type.
    init?(_ value: ForeignValue)
}

/// A type of which there may be none.
public protocol NullableHookValue: HookValue {}

extension Bool: HookValue {
    public static var valueType: ValueType { .bool }
    public var foreignValue: ForeignValue { .bool(self) }
    public init?(_ value: ForeignValue) {
        guard case .bool(let flag) = value else { return nil }
        self = flag
    }
}

extension HookValue where Self: FixedWidthInteger {
    public var foreignValue: ForeignValue { .integer(Int128(self)) }
    public init?(_ value: ForeignValue) {
        guard case .integer(let integer) = value else { return nil }
        self.init(exactly: integer)
    }
}

extension Int8: HookValue { public static var valueType: ValueType { .i8 } }
extension UInt8: HookValue { public static var valueType: ValueType { .u8 } }
extension Int16: HookValue { public static var valueType: ValueType { .i16 } }
extension UInt16: HookValue { public static var valueType: ValueType { .u16 } }
extension Int32: HookValue { public static var valueType: ValueType { .i32 } }
extension UInt32: HookValue { public static var valueType: ValueType { .u32 } }
extension Int64: HookValue { public static var valueType: ValueType { .i64 } }
extension UInt64: HookValue { public static var valueType: ValueType { .u64 } }

extension HookValue where Self: BinaryFloatingPoint {
    public var foreignValue: ForeignValue { .number(Double(self)) }
    public init?(_ value: ForeignValue) {
        guard case .number(let number) = value else { return nil }
        self.init(number)
    }
}

extension Float: HookValue { public static var valueType: ValueType { .f32 } }
extension Double: HookValue { public static var valueType: ValueType { .f64 } }

extension String: NullableHookValue {
    public static var valueType: ValueType { .text }
    public var foreignValue: ForeignValue { .text(self) }
    public init?(_ value: ForeignValue) {
        guard case .text(let text) = value else { return nil }
        self = text
    }
}

extension [UInt8]: HookValue, NullableHookValue {
    public static var valueType: ValueType { .bytes }
    public var foreignValue: ForeignValue { .bytes(self) }
    public init?(_ value: ForeignValue) {
        guard case .bytes(let bytes) = value else { return nil }
        self = bytes
    }
}

extension JSON: NullableHookValue {
    public static var valueType: ValueType { .json }
    public var foreignValue: ForeignValue { .json(self) }
    public init?(_ value: ForeignValue) {
        guard case .json(let json) = value else { return nil }
        self = json
    }
}

extension Optional: HookValue where Wrapped: NullableHookValue {
    public static var valueType: ValueType { Wrapped.valueType }
    public var foreignValue: ForeignValue { self?.foreignValue ?? .none }
    public init?(_ value: ForeignValue) {
        if value == .none {
            self = Self.none
        } else {
            guard let wrapped = Wrapped(value) else { return nil }
            self = .some(wrapped)
        }
    }
}
