/// JSON text that is known to be valid and has not been taken apart.
///
/// Equal when the values are equal, whatever the order of members and the spelling of strings.
public struct JSON: Sendable {
    public let text: String

    /// - Throws: `JSONError` when `text` is no JSON.
    public init(_ text: String) throws(JSONError) {
        try JSONDocument().parse(text) { _ in }
        self.text = text
    }

    public init(_ value: JSONValue) { text = value.text }

    /// Text that the caller has validated.
    package init(validated text: String) { self.text = text }

    public var value: JSONValue { (try? JSONValue(parsing: text)) ?? .null }
}

extension JSON: Equatable {
    public static func == (one: JSON, other: JSON) -> Bool {
        if one.text.isSame(as: other.text) { return true }
        guard let value = try? JSONValue(parsing: one.text), let other = try? JSONValue(parsing: other.text) else {
            return false
        }
        return value == other
    }
}

extension JSON: CustomStringConvertible {
    public var description: String { text }
}
