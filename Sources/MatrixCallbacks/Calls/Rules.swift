import CallbackChains
import JSONText
import ModuleLoader

/// What a chain makes of what its modules say: the rules of its callback, as plain values.
struct Rules: Sendable {
    let reply: ReplyKind
    let rule: Rule
    let failure: FailureRule
    let invalid: InvalidAnswerRule
    let unavailable: UnavailableRule
    private let least: Int64?

    init(_ callback: Callback) {
        (reply, rule, failure) = (callback.reply, callback.rule, callback.failure)
        (invalid, unavailable, least) = (callback.invalid, callback.unavailable, callback.least)
    }

    /// Makes an invalid answer of what a module said, where this callback takes fewer answers than its kind has.
    func check(_ said: inout Said) {
        guard let least, case .answered(.number(let number))? = said.own, number < least else { return }
        said.own = .invalid("\(number) is less than \(least)")
    }

    /// The answer as the chain hands it on: where answers carry codes, a plain denial is one with M_FORBIDDEN.
    ///
    /// Synapse docs: upload limits; its code sorts them, the longest period first.
    func normalized(_ answer: consuming Answer) -> Answer {
        switch answer {
        case .denial where reply == .verdict || reply == .eventVerdict: Self.forbidden
        case .limits(let limits): .limits(limits.inOrder)
        default: answer
        }
    }

    /// The denial that stands for an invalid answer. Synapse docs: the spam checker callbacks say that anything else
    /// than their values denies; its code gives `check_event_for_spam` a text of its own.
    var denialOfInvalid: Answer {
        switch reply {
        case .eventVerdict: .denialWithText("This message has been rejected as probable spam")
        case .verdict, .code: Self.forbidden
        default: .denial
        }
    }

    private static var forbidden: Answer { .denialWithCode("M_FORBIDDEN", fields: .noMembers) }
}

extension [MediaUploadLimit] {
    /// Those of the same period stay in their order.
    fileprivate var inOrder: [MediaUploadLimit] {
        enumerated().sorted { ($1.element.timePeriod, $0.offset) < ($0.element.timePeriod, $1.offset) }.map(\.element)
    }
}

extension FailureRule {
    /// The failure as the chain hands it on.
    func applied(to failure: Failure) -> Failure {
        switch (self, failure) {
        case (.deny403, .plain): Self.failure(403, "Room creation forbidden with these parameters")
        case (.fail500, _): Self.failure(500, "Internal Server Error")
        default: failure
        }
    }

    private static func failure(_ status: Int, _ message: String) -> Failure {
        .withStatus(status: status, code: "M_UNKNOWN", message: message, fields: .noMembers)
    }
}
