import Gatehouse
import Testing

/// An answer of the module `one`, alone in its chain, and what its callback makes of it.
struct ScriptedAnswer: Sendable {
    /// As the scripted module reads it.
    let answer: JSONValue
    let said: Result<Said, CallError>
    /// What the generic call gives.
    let outcome: CallResult.Outcome
    /// Did the module decide?
    let decides: Bool

    /// It decides.
    init(_ answer: JSONValue, _ said: Said, _ outcome: Answer) {
        (self.answer, self.said, self.outcome, decides) = (answer, .success(said), .answered(outcome), true)
    }

    /// It decides, by failing.
    init(_ answer: JSONValue, failing failure: Failure) {
        (self.answer, said) = (answer, .failure(.failed(failure, module: "one")))
        (outcome, decides) = (.failed(failure), true)
    }

    /// The chain goes on as if it had said nothing.
    init(_ answer: JSONValue, passing said: Said) {
        (self.answer, self.said, outcome, decides) = (answer, .success(said), .next, false)
    }
}

extension ScriptedAnswer {
    /// Everything that a module can do in this callback.
    static func all(of call: TypedCall) throws -> [ScriptedAnswer] {
        let callback = try #require(Catalogue.callback(call.name))
        let neutral = neutral(callback.reply, call)
        let empty = callback.reply == .object ? [ScriptedAnswer(["value": [:]], passing: neutral)] : []
        return [ScriptedAnswer(["allow": true], passing: neutral)] + answers(callback.reply) + empty
            + failures(callback.failure, neutral) + [invalid(callback, neutral)]
    }

    static func neutral(_ kind: ReplyKind, _ call: TypedCall) -> Said {
        switch kind {
        case .verdict, .eventVerdict, .code, .objection: return .verdict(.allow)
        case .registration: return .registration(.allow)
        case .replacement: return .event(.allow)
        case .notice: return .told
        case .users: return .users(.users([]))
        case .presence: return .presence([:])
        case .truth: return .truth(nil)
        case .text: return .text(nil)
        case .number: return .number(nil)
        case .object: return .object(call.name.hasPrefix("unsigned.") ? JSON([:]) : nil)
        case .login: return .login(nil)
        case .renewal: return .renewal(nil)
        case .limits: return .limits(nil)
        case .override: return .override(nil)
        case .update: return .step(nil)
        case .rewriting:
            guard case .object(let arguments) = call.arguments else { return .told }
            return .request(JSON(arguments["request_content"] ?? .null))
        }
    }

    private static func answers(_ kind: ReplyKind) -> [ScriptedAnswer] {
        switch kind {
        case .verdict: [plain] + codes
        case .eventVerdict: [plain] + codes + [text("no")]
        case .code: Array(codes.prefix(1))
        case .objection: [objection]
        case .registration:
            [
                ScriptedAnswer(["deny": true], .registration(.deny(module: "one")), .denial),
                ScriptedAnswer(["shadow_ban": true], .registration(.shadowBan(module: "one")), .shadowBan),
            ]
        case .replacement:
            [
                ScriptedAnswer(["deny": true], .event(.deny(module: "one")), .denial),
                ScriptedAnswer(
                    ["replace": ["type": "x"]], .event(.replace(JSON(["type": "x"]), module: "one")),
                    .object(JSON(["type": "x"]))),
                ScriptedAnswer(["replace": [:]], .event(.replace(JSON([:]), module: "one")), .object(JSON([:]))),
            ]
        case .rewriting: rewritings
        case .notice: []
        case .users:
            [
                ScriptedAnswer(["users": ["@a", "@b", "@a"]], .users(.users(["@a", "@b"])), .users(["@a", "@b"])),
                ScriptedAnswer(["all_users": true], .users(.everyone), .everyone),
            ]
        case .presence:
            [
                ScriptedAnswer(
                    ["users": ["@x": [Sample.presenceJSON], "@y": []]],
                    .presence(["@x": [Sample.presence], "@y": []]), .presence(["@x": [Sample.presence], "@y": []]))
            ]
        default: values(kind)
        }
    }

    private static let plain = denial(["deny": true], "M_FORBIDDEN")
    private static let codes = [
        denial(["deny_code": "M_X"], "M_X"),
        denial(
            ["deny_code": "ORG.X", "extra": ["error": "no", "n": [1]]], "ORG.X", JSON(["error": "no", "n": [1]])),
    ]
    private static let objection = ScriptedAnswer(
        ["deny": true], .verdict(.deny(Denial(module: "one"))), .denial)

    private static func denial(_ answer: JSONValue, _ code: String, _ fields: JSON = JSON([:])) -> ScriptedAnswer {
        ScriptedAnswer(
            answer, .verdict(.deny(Denial(module: "one", code: code, fields: fields))),
            .denialWithCode(code, fields: fields))
    }

    private static func text(_ text: String, for answer: JSONValue? = nil) -> ScriptedAnswer {
        ScriptedAnswer(
            answer ?? ["text": .string(text)],
            .verdict(.deny(Denial(module: "one", code: "M_FORBIDDEN", text: text))), .denialWithText(text))
    }

    private static let rewritings = [
        (["rewrite": ["name": "S", "n": 1]] as JSONValue, ["name": "S", "n": 1] as JSONValue),
        (["append_state": ["type": "x"]], ["name": "R", "initial_state": [["type": "x"]]]),
    ].map { ScriptedAnswer($0, .request(JSON($1)), .object(JSON($1))) }
}

/// Failures and answers that are none.
extension ScriptedAnswer {
    private static func failures(_ rule: FailureRule, _ neutral: Said) -> [ScriptedAnswer] {
        let raised: JSONValue = [
            "synapse_error": ["status": 429, "code": "M_L", "msg": "slow", "fields": ["retry_after_ms": 1]]
        ]
        let withStatus = Failure.withStatus(
            status: 429, code: "M_L", message: "slow", fields: JSON(["retry_after_ms": 1]))
        let plain: JSONValue = ["fail": "boom"]
        return switch rule {
        case .skip: [ScriptedAnswer(plain, passing: neutral), ScriptedAnswer(raised, passing: neutral)]
        case .fail500:
            [ScriptedAnswer(plain, failing: internalServerError), ScriptedAnswer(raised, failing: internalServerError)]
        case .propagate, .propagateWrapped, .retry:
            [ScriptedAnswer(plain, failing: .plain("boom")), ScriptedAnswer(raised, failing: withStatus)]
        case .deny403:
            [ScriptedAnswer(plain, failing: roomCreationForbidden), ScriptedAnswer(raised, failing: withStatus)]
        }
    }

    private static let internalServerError = Failure.withStatus(
        status: 500, code: "M_UNKNOWN", message: "Internal Server Error", fields: JSON([:]))
    private static let roomCreationForbidden = Failure.withStatus(
        status: 403, code: "M_UNKNOWN", message: "Room creation forbidden with these parameters", fields: JSON([:]))

    /// The scripted module says *answered* and gives no answer.
    private static func invalid(_ callback: Callback, _ neutral: Said) -> ScriptedAnswer {
        let none: JSONValue = ["invalid": true]
        switch (callback.invalid, callback.reply) {
        case (.skip, _): return ScriptedAnswer(none, passing: neutral)
        case (.fail, _):
            return ScriptedAnswer(none, failing: .plain("invalid answer: it says answered, and gave no answer"))
        case (.deny, .objection): return ScriptedAnswer(none, .verdict(.deny(Denial(module: "one"))), .denial)
        case (.deny, .eventVerdict):
            return text("This message has been rejected as probable spam", for: none)
        case (.deny, _): return denial(none, "M_FORBIDDEN")
        }
    }
}
