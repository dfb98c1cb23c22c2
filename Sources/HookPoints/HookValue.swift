public import ForeignCalls
public import JSONText

/// A Swift type that hooks take and return: `Bool`, the integers of 8 to 64 bits, `Float`, `Double`, `String` (`str`),
/// `[UInt8]` (`bytes`), `JSON` (`json`), and optionals of the last three, which may be absent.
public protocol HookValue: Sendable {
    /// What it is in a signature.
    static var valueType: ValueType { get }
    /// Nil is a value of this type.
    static var mayBeAbsent: Bool { get }
    var foreignValue: ForeignValue { get }
    /// Puts the next argument.
    func put(into frame: inout CallFrame)
    /// - Throws: that is no value of this type.
    init(foreignValue value: ForeignValue) throws(UnexpectedValue)
}

/// A type of which there may be none.
public protocol NullableHookValue: HookValue {}

/// A value that is none of the Swift type: absent, where the type is no optional, or beyond a number's range.
public struct UnexpectedValue: Error, Equatable, Sendable, CustomStringConvertible {
    let value: ForeignValue

    public var description: String { value == .none ? "absent" : "none of the type" }
}

extension HookValue {
    public static var mayBeAbsent: Bool { false }
}

extension Bool: HookValue {
    public static var valueType: ValueType { .bool }
    public var foreignValue: ForeignValue { .bool(self) }
    public func put(into frame: inout CallFrame) { frame.put(cell: self ? 1 : 0) }
    public init(foreignValue value: ForeignValue) throws(UnexpectedValue) {
        guard case .bool(let flag) = value else { throw UnexpectedValue(value: value) }
        self = flag
    }
}

extension HookValue where Self: FixedWidthInteger {
    public var foreignValue: ForeignValue { .integer(Int128(self)) }
    public func put(into frame: inout CallFrame) { frame.put(cell: UInt64(truncatingIfNeeded: self)) }
    public init(foreignValue value: ForeignValue) throws(UnexpectedValue) {
        guard case .integer(let integer) = value, let number = Self(exactly: integer) else {
            throw UnexpectedValue(value: value)
        }
        self = number
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
    public init(foreignValue value: ForeignValue) throws(UnexpectedValue) {
        guard case .number(let number) = value else { throw UnexpectedValue(value: value) }
        self.init(number)
    }
}

extension Float: HookValue {
    public static var valueType: ValueType { .f32 }
    public func put(into frame: inout CallFrame) { frame.put(cell: UInt64(bitPattern)) }
}

extension Double: HookValue {
    public static var valueType: ValueType { .f64 }
    public func put(into frame: inout CallFrame) { frame.put(cell: bitPattern) }
}

extension String: NullableHookValue {
    public static var valueType: ValueType { .text }
    public var foreignValue: ForeignValue { .text(self) }
    public func put(into frame: inout CallFrame) { frame.put(self) }
    public init(foreignValue value: ForeignValue) throws(UnexpectedValue) {
        guard case .text(let text) = value else { throw UnexpectedValue(value: value) }
        self = text
    }
}

extension [UInt8]: HookValue, NullableHookValue {
    public static var valueType: ValueType { .bytes }
    public var foreignValue: ForeignValue { .bytes(self) }
    public func put(into frame: inout CallFrame) { frame.put(self) }
    public init(foreignValue value: ForeignValue) throws(UnexpectedValue) {
        guard case .bytes(let bytes) = value else { throw UnexpectedValue(value: value) }
        self = bytes
    }
}

extension JSON: NullableHookValue {
    public static var valueType: ValueType { .json }
    public var foreignValue: ForeignValue { .json(self) }
    public func put(into frame: inout CallFrame) { frame.put(text) }
    public init(foreignValue value: ForeignValue) throws(UnexpectedValue) {
        guard case .json(let json) = value else { throw UnexpectedValue(value: value) }
        self = json
    }
}

extension Optional: HookValue where Wrapped: NullableHookValue {
    public static var valueType: ValueType { Wrapped.valueType }
    public static var mayBeAbsent: Bool { true }
    public var foreignValue: ForeignValue { self?.foreignValue ?? .none }
    public func put(into frame: inout CallFrame) {
        guard let wrapped = self else { return frame.skip(Self.valueType) }
        wrapped.put(into: &frame)
    }
    public init(foreignValue value: ForeignValue) throws(UnexpectedValue) {
        if case .none = value {
            self = Self.none
        } else {
            self = .some(try Wrapped(foreignValue: value))
        }
    }
}
