import CGatehouse
import JSONText
package import CallbackChains

/// What a module did with its reply. Lives on the stack of a call; nothing is allocated until a module answers.
package struct ReplyState {
    package let kind: ReplyKind
    private(set) var answer: Answer?
    private(set) var failure: Failure?
    private(set) var invalid: String?
    /// Cookies that were handed over, and those of links that were settled whose answer does not count.
    private var owed: [UInt64] = []
    package private(set) var unused: [UInt64] = []

    package init(_ kind: ReplyKind) { self.kind = kind }

    /// Takes an answer. A second one is invalid, but for the kinds that are handed over piece by piece.
    mutating func take(_ new: Answer) -> gh_outcome {
        switch answer {
        case nil: answer = new
        case .users, .everyone, .presence, .limits: answer?.unite(with: new)
        default: return refuse("it answered twice")
        }
        return Outcome.answered
    }

    /// Notes a cookie, before anything is said of its answer.
    mutating func owe(_ cookie: UInt64?) { if let cookie { owed.append(cookie) } }

    mutating func take(_ new: Failure) -> gh_outcome {
        failure = new
        return Outcome.failed
    }

    /// Notes that what was handed over is no valid answer.
    mutating func refuse(_ reason: String) -> gh_outcome {
        if invalid == nil { invalid = reason }
        return Outcome.failed
    }
}

/// What a link made of the call, with all that belongs to it.
package enum OwnOutcome: Equatable, Sendable {
    /// An answer that is none: an empty object.
    case next
    case answered(Answer)
    case failed(Failure)
    case invalid(String)

    package var settled: Settled {
        switch self {
        case .next: .next
        case .answered(.everyone): .answeredForAll
        case .answered: .answered
        case .failed: .failed
        case .invalid: .invalid
        }
    }
}

extension ReplyState {
    /// What the link said that stopped here, checked; and readies the reply for the next link. `unused` are the cookies
    /// that it has left behind for nothing.
    package mutating func settle(_ stop: Stop, exceptionText: () -> String) -> OwnOutcome {
        let outcome = stop.threw ? .failed(.plain("C++ exception: \(exceptionText())")) : own(stop.outcome)
        var unused = owed
        if case .answered(let answer) = outcome, let used = answer.cookie, let place = unused.firstIndex(of: used) {
            unused.remove(at: place)
        }
        self = ReplyState(kind)
        self.unused = unused
        return outcome
    }

    /// What the module did with the reply, where its outcome does not fit that.
    private var done: String {
        if let failure { return "failed: \(failure.message)" }
        return answer == nil ? "did nothing of the kind" : "answered"
    }

    private func own(_ outcome: gh_outcome) -> OwnOutcome {
        if let invalid { return .invalid(invalid) }
        switch outcome {
        case Outcome.answered: return answered
        case Outcome.failed: return .failed(failure ?? .plain("it failed and did not say why"))
        case Outcome.next: return .invalid("it says next, and \(done)")
        case Outcome.pending: return .invalid("it says pending, and \(done)")
        default: return .invalid("\(outcome) is no outcome")
        }
    }

    /// Synapse docs: an empty media configuration is passed over; an empty object adds nothing to `unsigned`.
    private var answered: OwnOutcome {
        guard let answer else { return .invalid("it says answered, and gave no answer") }
        if kind == .object, case .object(let object) = answer, object == JSON(validated: "{}") { return .next }
        return .answered(answer)
    }
}

/// The outcomes of `outcome.h`.
package enum Outcome {
    static let next: gh_outcome = 1
    static let answered: gh_outcome = 2
    static let failed: gh_outcome = 3
    static let pending: gh_outcome = 4
}
