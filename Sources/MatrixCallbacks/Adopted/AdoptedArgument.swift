import ForeignCalls
import JSONText

/// What an adopted function gets for one of its parameters.
enum AdoptedArgument: Sendable {
    case path(ArgumentPath)
    /// The address of the bytes of a text, and how many there are.
    case pointer(ArgumentPath)
    case length(ArgumentPath)
    case constant(ForeignValue)

    /// - Parameter json: a path, or an object of one member: `constant`, `pointer` or `length`.
    /// - Throws: why it does not go with the parameter.
    init(_ json: JSONValue, for type: ValueType, in callback: Callback) throws(AdoptionFault) {
        switch json {
        case .string(let text): self = .path(try Self.path(text, type, in: callback))
        case .object(let object): self = try Self.special(object.members, type, in: callback)
        default: throw AdoptionFault("expected a path, or a mapping with `constant`, `pointer` or `length`")
        }
    }

    private static func path(
        _ text: String, _ type: ValueType, in callback: Callback
    ) throws(AdoptionFault) -> ArgumentPath {
        let path = try ArgumentPath(text, in: callback)
        let fits: Bool
        switch path.kind {
        case .text: fits = type.isText
        case .flag: fits = type == .bool || type == .json
        case .integer: fits = type.integers != nil || type.isFloat || type == .json
        case .json: fits = type == .json
        case .any: fits = type != .pointer
        }
        if fits { return path }
        throw AdoptionFault("`\(text)` is \(path.kind.words), which cannot be passed as \(type.rawValue)")
    }

    private static func special(
        _ members: [(key: String, value: JSONValue)], _ type: ValueType, in callback: Callback
    ) throws(AdoptionFault) -> AdoptedArgument {
        guard let member = members.first, members.count == 1 else {
            throw AdoptionFault("expected one of `constant`, `pointer` and `length`")
        }
        switch (member.key, member.value) {
        case ("constant", let value): return .constant(try constant(value, type))
        case ("pointer", .string(let text)) where type == .pointer: return .pointer(try bytes(text, in: callback))
        case ("length", .string(let text)) where type.integers != nil: return .length(try bytes(text, in: callback))
        case ("pointer", .string): throw AdoptionFault("`pointer` is for a parameter of the type ptr")
        case ("length", .string): throw AdoptionFault("`length` is for a parameter of an integer type")
        case ("pointer", _), ("length", _): throw AdoptionFault("expected a path after `\(member.key)`")
        default: throw AdoptionFault("expected `constant`, `pointer` or `length`, found `\(member.key)`")
        }
    }

    private static func constant(_ json: JSONValue, _ type: ValueType) throws(AdoptionFault) -> ForeignValue {
        let value = json == .null ? ForeignValue.none : ForeignValue(json, as: type)
        guard let value, value.mismatch(with: type) == nil else {
            throw AdoptionFault("the constant \(json.text) cannot be passed as \(type.rawValue)")
        }
        return value
    }

    private static func bytes(_ text: String, in callback: Callback) throws(AdoptionFault) -> ArgumentPath {
        let path = try ArgumentPath(text, in: callback)
        if path.kind == .text || path.kind == .json || path.kind == .any { return path }
        throw AdoptionFault("`\(text)` is \(path.kind.words), and `pointer` and `length` are for texts")
    }

    /// Where it stands in a call.
    var argumentPath: ArgumentPath? {
        switch self {
        case .path(let path), .pointer(let path), .length(let path): path
        case .constant: nil
        }
    }

    /// There may be nothing to pass.
    var mayBeAbsent: Bool { argumentPath?.mayBeAbsent ?? false }
}

extension AdoptedArgument {
    /// The value for a call; nil where there is none.
    ///
    /// - Parameter found: what stands at all paths, by their texts.
    /// - Throws: why what stands there cannot be passed.
    func value(_ type: ValueType, among found: [String: JSONValue]) throws(AdoptionFault) -> ForeignValue? {
        switch self {
        case .constant(let value): return value
        case .path(let path):
            guard let found = found[path.text] else { return nil }
            guard let value = ForeignValue(found, as: type) else {
                throw AdoptionFault("`\(path.text)` is \(found.words), which cannot be passed as \(type.rawValue)")
            }
            if let mismatch = value.mismatch(with: type) { throw AdoptionFault("`\(path.text)`: \(mismatch)") }
            return value
        case .pointer(let path): return try bytes(path, among: found).map { .bytes(Array($0.utf8)) }
        case .length(let path): return try bytes(path, among: found).map { .integer(Int128($0.utf8.count)) }
        }
    }

    private func bytes(_ path: ArgumentPath, among found: [String: JSONValue]) throws(AdoptionFault) -> String? {
        switch found[path.text] {
        case nil: return nil
        case .string(let text): return text
        case let found? where path.kind == .json: return found.text
        case let found?:
            throw AdoptionFault("`\(path.text)` is \(found.words), and `pointer` and `length` are for texts")
        }
    }
}

extension ForeignValue {
    /// Nil: this JSON is no value of the type.
    fileprivate init?(_ json: JSONValue, as type: ValueType) {
        switch (json, type) {
        case (_, .json): self = .json(JSON(json))
        case (.bool(let flag), .bool): self = .bool(flag)
        case (.string(let text), .text), (.string(let text), .cText): self = .text(text)
        case (.string(let text), .bytes): self = .bytes(Array(text.utf8))
        case (.integer(let integer), _) where type.integers != nil: self = .integer(Int128(integer))
        case (.bigInteger(let integer), _) where type.integers != nil: self = .integer(Int128(integer))
        case (.integer(let integer), _) where type.isFloat: self = .number(Double(integer))
        case (.bigInteger(let integer), _) where type.isFloat: self = .number(Double(integer))
        case (.number(let number), _) where type.isFloat: self = .number(number)
        default: return nil
        }
    }
}

extension ArgumentPath.Kind {
    fileprivate var words: String {
        switch self {
        case .text: "a text"
        case .flag: "yes or no"
        case .integer: "a number"
        case .json: "JSON"
        case .any: "any JSON value"
        }
    }
}

extension JSONValue {
    fileprivate var words: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .integer, .bigInteger, .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
