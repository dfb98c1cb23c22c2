import ForeignCalls
import JSONText
import ModuleLoader

/// What the results of an adopted function mean for the callback.
struct Meanings: Sendable {
    enum Meaning: Sendable, Equatable {
        case next
        case answer(Answer)
        case fail
    }

    private var byResult: [(result: ForeignValue, meaning: Meaning)] = []
    /// For all other results.
    private var fallback: Meaning?
    /// For calls in which there is nothing to pass.
    private(set) var absent: Meaning?

    /// Nil: it means nothing, and is a failure of the module.
    func meaning(of result: ForeignValue) -> Meaning? {
        byResult.first { $0.result == result }?.meaning ?? fallback
    }

    var meaningOfAbsence: Meaning? { absent ?? fallback }

    /// Takes one member of `when`.
    ///
    /// - Throws: why the result cannot be one of this type, or the meaning none for this callback.
    mutating func take(
        _ key: String, _ json: JSONValue, result type: ValueType?, in callback: Callback
    ) throws(AdoptionFault) {
        let meaning = try Meaning(json, in: callback)
        switch key {
        case "default": fallback = meaning
        case "absent": absent = meaning
        default:
            let result = try Self.result(key, type)
            if byResult.contains(where: { $0.result == result }) {
                throw AdoptionFault("this result has a meaning already", cure: "Write each result once.")
            }
            byResult.append((result, meaning))
        }
    }

    /// A result as it is written in a key.
    private static func result(_ key: String, _ type: ValueType?) throws(AdoptionFault) -> ForeignValue {
        guard let type else { throw AdoptionFault("a function without a result can only have `default` and `absent`") }
        var value: ForeignValue?
        switch type {
        case _ where key == "null" && type.isNullable: value = ForeignValue.none
        case .bool: value = key == "true" ? true : key == "false" ? false : nil
        case .text, .cText: value = .text(key)
        case _ where type.integers != nil: value = Int128(key).map { .integer($0) }
        case .f32: value = Float(key).flatMap { number(key, Double($0)) }
        case .f64: value = Double(key).flatMap { number(key, $0) }
        default: break
        }
        if let value, value.mismatch(with: type) == nil { return value }
        throw AdoptionFault("\(key.debugDescription) is no result of the type \(type.rawValue)")
    }
}

extension Meanings {
    /// As the function returns it: rounded to its type. Nothing equals `nan`, and a number that is too large is no `inf`.
    private static func number(_ key: String, _ value: Double) -> ForeignValue? {
        value.isFinite || ["inf", "-inf"].contains(key) ? .number(value) : nil
    }
}

extension Meanings.Meaning {
    /// `next`, `deny`, `shadow_ban`, `fail`, `{deny_code: M_FORBIDDEN}` with an `error` for the client, `{text: ...}`,
    /// `{answer: ...}`.
    init(_ json: JSONValue, in callback: Callback) throws(AdoptionFault) {
        let cure = "It takes \(Self.known(callback.reply))."
        guard let meaning = Self.read(json) else {
            throw AdoptionFault("\(json.text) is no meaning of a result of \(callback.fullName)", cure: cure)
        }
        self = meaning
        guard case .answer(let answer) = meaning, !callback.reply.takes(answer) else { return }
        throw AdoptionFault("\(callback.fullName) does not take \(json.text)", cure: cure)
    }

    private static func read(_ json: JSONValue) -> Self? {
        switch json {
        case "next": return .next
        case "deny": return .answer(.denial)
        case "shadow_ban": return .answer(.shadowBan)
        case "fail": return .fail
        case .object(let object): if let answer = answer(object) { return .answer(answer) }
        default: break
        }
        return nil
    }

    private static func answer(_ object: JSONObject) -> Answer? {
        let keys = Set(object.members.map(\.key))
        if keys == ["answer"] { return object["answer"].flatMap(value) }
        if keys == ["text"], case .string(let text)? = object["text"] { return .denialWithText(text) }
        guard keys.isSubset(of: ["deny_code", "error"]), case .string(let code)? = object["deny_code"] else {
            return nil
        }
        guard let error = object["error"] else { return .denialWithCode(code, fields: .noMembers) }
        guard case .string = error else { return nil }
        return .denialWithCode(code, fields: JSON(["error": error]))
    }

    private static func value(_ json: JSONValue) -> Answer? {
        switch json {
        case .bool(let truth): .truth(truth)
        case .string(let text): .text(text)
        case .integer(let number): .number(number)
        default: nil
        }
    }

    private static func known(_ kind: ReplyKind) -> String {
        let answers: [(String, Answer)] = [
            ("`deny`", .denial), ("`shadow_ban`", .shadowBan), ("`{text: TEXT}`", .denialWithText("")),
            ("`{deny_code: CODE}`", .denialWithCode("", fields: .noMembers)),
            ("`{deny_code: CODE, error: TEXT}`", .denialWithCode("", fields: JSON(["error": ""]))),
            ("`{answer: true}` or `false`", .truth(true)), ("`{answer: TEXT}`", .text("")),
            ("`{answer: NUMBER}`", .number(0)),
        ]
        return (["`next`", "`fail`"] + answers.filter { kind.takes($0.1) }.map(\.0)).joined(separator: ", ")
    }
}
