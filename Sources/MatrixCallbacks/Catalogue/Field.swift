/// What stands at a field of an argument struct, and how it is written in JSON.
package enum FieldType: Sendable {
    /// `gh_str`, a string.
    case text
    /// `gh_json`, any value.
    case json
    /// `gh_bool`, a boolean.
    case flag
    /// `int64_t`, a whole number.
    case integer
    /// `gh_maybe_int`, a whole number or null.
    case maybeInteger
    /// A pointer to a record, an object.
    case record(RecordType)
    /// An array of pointers to records: a list of objects, or of lists of their fields' values.
    case records(RecordType, asTuples: Bool)
    /// `gh_state`, a list of events. A handle.
    case state
    /// `gh_media`, an object with `base64`, or with `size` and where the bytes are. A handle.
    case media
    /// `uint64_t`, a whole number: outside of a module the host's number for it, in a call the module's own.
    case cookie
    /// The event's own object as JSON text: what its record says in fields besides is left out.
    case ownText

    /// Takes the struct's room, in bytes.
    package var size: Int {
        switch self {
        case .text, .json, .ownText, .maybeInteger, .records: 16
        case .flag, .integer, .cookie, .record, .state, .media: 8
        }
    }
}

/// A field of an argument struct or of a record.
package struct Field: Sendable {
    package let name: String
    /// The same, but where C has that name for something else.
    package let nameInC: String
    package let type: FieldType
    /// May be absent: `null` or missing in JSON.
    package let isNullable: Bool
    package let offset: Int

    /// The event's text is no member of its JSON: it is the JSON.
    package var isMember: Bool {
        if case .ownText = type { false } else { true }
    }
}

/// A struct that arguments point to. There is one object for each, which is lent around.
package final class RecordType: Sendable {
    package let name: String
    package let size: Int
    package let fields: [Field]
    let table: FieldTable
    /// Where the text of the object itself goes, for records that have it.
    let ownText: Int?

    init(name: String, size: Int, fields: [Field]) {
        (self.name, self.size, self.fields) = (name, size, fields)
        table = FieldTable(fields, size: size)
        ownText = fields.first { !$0.isMember }?.offset
    }
}
