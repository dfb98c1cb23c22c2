import CallbackChains
package import JSONText
import ModuleLoader

extension Callback {
    /// What `gatehouse callbacks --json` and a server say of a callback.
    package var json: JSONObject {
        [
            "category": .string(category), "name": .string(name), "since": .string(since), "asked": .string(asked),
            "arguments": .array(fields.map(\.json)), "answer": .string(reply.word),
            "rule": .string(rule.rawValue), "failure": .string(failure.rawValue),
            "invalid_answer": .string(invalid.rawValue), "no_answer": .string(unavailable.rawValue),
        ]
    }
}

extension Field {
    fileprivate var json: JSONValue {
        ["name": .string(name), "type": .string(type.word), "nullable": .bool(isNullable)]
    }
}

extension FieldType {
    /// How lists of callbacks call it.
    fileprivate var word: String {
        switch self {
        case .text: "text"
        case .json, .ownText: "json"
        case .flag: "flag"
        case .integer, .maybeInteger: "integer"
        case .cookie: "cookie"
        case .record: "record"
        case .records: "records"
        case .state: "state"
        case .media: "media"
        }
    }
}

extension ReplyKind {
    /// How lists of callbacks call it: `event_verdict`.
    fileprivate var word: String {
        "\(self)".reduce(into: "") { word, letter in
            word += letter.isUppercase ? "_\(letter.lowercased())" : "\(letter)"
        }
    }
}
