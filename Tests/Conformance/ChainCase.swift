import JSONText

/// A chain case: what each module answers, and what Synapse's own chain made of it (`chain-cases.md`).
struct ChainCase {
    let id: JSONValue
    let callback: String
    let arguments: JSONValue
    let answers: [JSONValue]
    let result: JSONValue
    let asked: JSONValue

    /// Nil: the line is no case.
    init?(_ line: String) {
        guard case .object(let members)? = try? JSONValue(parsing: line),
            case .string(let callback)? = members["callback"], case .array(let answers)? = members["modules"],
            let arguments = members["arguments"], let result = members["result"], let asked = members["asked"]
        else { return nil }
        id = members["id"] ?? .null
        (self.callback, self.answers, self.arguments) = (callback, answers, arguments)
        (self.result, self.asked) = (result, asked)
    }

    var category: String { callback.split(separator: ".").first.map(String.init) ?? callback }
}
