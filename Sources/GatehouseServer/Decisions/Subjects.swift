import JSONText
import MatrixCallbacks

/// The users and rooms that the arguments of a call name.
///
/// A text is a user id or a room id when it looks like one: Matrix gives each kind a sign of its own. So this holds for
/// every callback of the catalogue, whatever its fields are called.
struct Subjects {
    private(set) var users: [String] = []
    private(set) var rooms: [String] = []

    init(of callback: Callback, _ arguments: String) {
        guard case .object(let members)? = try? JSONValue(parsing: arguments) else { return }
        collect(callback.fields, members)
    }

    private mutating func collect(_ fields: [Field], _ members: JSONObject) {
        for field in fields {
            switch (field.type, members[field.name]) {
            case (.text, .string(let text)?): note(text)
            case (.record(let type), .object(let object)?): collect(type.fields, object)
            default: break
            }
        }
    }

    private mutating func note(_ text: String) {
        switch text.utf8.first {
        case UInt8(ascii: "@") where text.contains(":") && !users.contains(text): users.append(text)
        case UInt8(ascii: "!") where !rooms.contains(text): rooms.append(text)
        default: break
        }
    }
}
