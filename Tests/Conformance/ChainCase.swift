import JSONText

/// A chain case: what each module answers to a call (`chain-cases.md`).
struct ChainCase {
    /// What Synapse's own chain made of it.
    struct Expected {
        let result: JSONValue
        let asked: JSONValue
    }

    let id: JSONValue
    let callback: String
    let arguments: JSONValue
    let answers: [JSONValue]
    /// Nil where the case is only to be played.
    let expected: Expected?

    /// Nil: the line is no case.
    init?(_ line: String) {
        guard case .object(let members)? = try? JSONValue(parsing: line),
            case .string(let callback)? = members["callback"], case .array(let answers)? = members["modules"],
            let arguments = members["arguments"]
        else { return nil }
        id = members["id"] ?? .null
        (self.callback, self.answers, self.arguments) = (callback, answers, arguments)
        if let result = members["result"], let asked = members["asked"] {
            expected = Expected(result: result, asked: asked)
        } else {
            expected = nil
        }
    }
}
