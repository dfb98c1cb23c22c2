import CallbackChains
import JSONText
import ModuleLoader

/// What the rules of a callback make of single answers.
extension Callback {
    /// The answer as the chain hands it on: where answers carry codes, a plain denial is one with M_FORBIDDEN.
    func normalized(_ answer: Answer) -> Answer {
        guard answer == .denial, reply == .verdict || reply == .eventVerdict else { return answer }
        return Self.forbidden
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

    private static let forbidden = Answer.denialWithCode("M_FORBIDDEN", fields: JSON([:]))
}

extension FailureRule {
    /// The failure as the chain hands it on.
    func applied(to failure: Failure) -> Failure {
        guard case .plain = failure, self == .deny403 else { return failure }
        return .withStatus(
            status: 403, code: "M_UNKNOWN", message: "Room creation forbidden with these parameters", fields: JSON([:]))
    }
}
