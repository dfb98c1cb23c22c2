/// JSON text that is known to be valid and has not been taken apart, without white space around it.
///
/// Equal when the values are equal, whatever the order of members and the spelling of strings.
public struct JSON: Sendable {
    public let text: String

    /// - Throws: `JSONError` when `text` is no JSON.
    public init(_ text: String) throws(JSONError) {
        self.text = try JSONDocument().parse(text) { unsafe String(decoding: $0.text, as: UTF8.self) }
    }

    /// The object without members.
    package static var noMembers: JSON { JSON(validated: "{}") }

    public init(_ value: JSONValue) { text = value.text }

    /// Text that the caller has validated.
    package init(validated text: String) { self.text = text }

    public var value: JSONValue { (try? JSONValue(parsing: text)) ?? .null }
}

extension JSON: Equatable {
    public static func == (one: JSON, other: JSON) -> Bool {
        if one.text.isSame(as: other.text) { return true }
        return one.value == other.value
    }
}

extension JSON: CustomStringConvertible {
    public var description: String { text }
}
