import CGatehouse
import JSONText
package import CallbackChains

/// What a module did with its reply. Lives on the stack of a call; nothing is allocated until a module answers.
package struct ReplyState {
    package let kind: ReplyKind
    private let deferral: Deferral?
    /// Nil: the module that runs has not touched its reply, as most never do.
    private var deeds: Deeds?

    /// What a module did. In a box, so that a state costs next to nothing to make and to let go of.
    private final class Deeds {
        var answer: Answer?
        var failure: Failure?
        var invalid: String?
        /// Cookies that were handed over.
        var owed: [UInt64] = []
        /// The module has deferred the call.
        var late: LateCall?
        /// The module would have deferred the call, and the caller cannot wait.
        var mustWait = false
    }

    /// - Parameter deferral: nil: the call cannot be deferred.
    package init(_ kind: ReplyKind, _ deferral: Deferral? = nil) {
        self.kind = kind
        self.deferral = deferral
    }

    var answer: Answer? { deeds?.answer }
    var invalid: String? { deeds?.invalid }
    private var failure: Failure? { deeds?.failure }
    private var late: LateCall? { deeds?.late }

    /// Of the module that runs, to note another.
    private mutating func noted() -> Deeds {
        let noted = deeds ?? Deeds()
        deeds = noted
        return noted
    }

    /// Takes an answer. A second one is invalid, but for the kinds that are handed over piece by piece.
    mutating func take(_ new: consuming Answer) -> gh_outcome {
        let deeds = noted()
        if deeds.late != nil { return refuse("it answered a call that it has deferred") }
        switch deeds.answer {
        case nil: deeds.answer = new
        case .users, .everyone, .presence, .limits: deeds.answer?.unite(with: new)
        default: return refuse("it answered twice")
        }
        return Outcome.answered
    }

    /// Notes a cookie, before anything is said of its answer.
    mutating func owe(_ cookie: UInt64?) { if let cookie { noted().owed.append(cookie) } }

    mutating func take(_ new: consuming Failure) -> gh_outcome {
        noted().failure = new
        return Outcome.failed
    }

    /// Defers the call. Nil: it cannot be deferred, and the module has failed.
    mutating func postpone() throws(Handed.Refusal) -> LateCall? {
        if late != nil { throw Handed.Refusal(reason: "it deferred the call twice") }
        if answer != nil || failure != nil { throw Handed.Refusal(reason: "it \(done), and defers the call") }
        guard let deferral else { return fail("this call cannot be deferred") }
        let deeds = noted()
        deeds.mustWait = !deferral.callerWaits
        if deeds.mustWait { return nil }
        deeds.late = deferral.issue(kind)
        return deeds.late ?? fail("it has deferred \(Tickets.limit) calls that it has not finished")
    }

    private mutating func fail(_ message: String) -> LateCall? {
        _ = take(.plain(message))
        return nil
    }

    /// Notes that what was handed over is no valid answer.
    mutating func refuse(_ reason: String) -> gh_outcome {
        let deeds = noted()
        if deeds.invalid == nil { deeds.invalid = reason }
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
    /// It answers later. Nil: it would, and the caller cannot wait.
    case pending(LateCall?)
    case unavailable(Unavailability)

    package var settled: Settled {
        switch self {
        case .next: .next
        case .answered(.everyone): .answeredForAll
        case .answered: .answered
        case .failed: .failed
        case .invalid: .invalid
        case .pending: .pending
        case .unavailable: .unavailable
        }
    }

    /// That of its answer.
    var cookie: UInt64? { if case .answered(let answer) = self { answer.cookie } else { nil } }
}

/// Why a module gave no answer, as only the host knows.
public enum Unavailability: Equatable, Sendable {
    /// The deadline had passed.
    case late
    /// A callback of this module has not come back from an earlier call.
    case stuck
}

extension ReplyState {
    /// What the link said that stopped here, checked, and the cookies that it gave for nothing; readies the reply for the
    /// next link.
    package mutating func settle(_ stop: Stop, exceptionText: () -> String) -> Said {
        let outcome = stop.threw ? .failed(.plain("C++ exception: \(exceptionText())")) : own(stop.outcome)
        if case .pending = outcome {} else { late?.close() }
        let unused = unused(but: outcome.cookie)
        deeds = nil
        return Said(own: outcome, unused: unused)
    }

    /// The cookies that were handed over for nothing.
    func unused(but used: UInt64?) -> [UInt64] {
        guard var unused = deeds?.owed, !unused.isEmpty else { return [] }
        if let used, let place = unused.firstIndex(of: used) { unused.remove(at: place) }
        return unused
    }

    /// What a late answer said. Nil: *next*, and nothing else.
    func finished(_ outcome: gh_outcome) -> OwnOutcome? {
        let isUntouched = answer == nil && failure == nil && invalid == nil
        return outcome == Outcome.next && isUntouched ? nil : own(outcome)
    }

    /// What the module did with the reply, where its outcome does not fit that.
    private var done: String {
        if late != nil { return "deferred the call" }
        if let failure { return "failed: \(failure.message)" }
        return answer == nil ? "did nothing of the kind" : "answered"
    }

    private func own(_ outcome: gh_outcome) -> OwnOutcome {
        if let invalid { return .invalid(invalid) }
        if deeds?.mustWait == true { return .pending(nil) }
        switch outcome {
        case Outcome.answered: return answered()
        case Outcome.failed: return .failed(failure ?? .plain("it failed and did not say why"))
        case Outcome.next: return .invalid("it says next, and \(done)")
        case Outcome.pending: return late.map { .pending($0) } ?? .invalid("it says pending, and \(done)")
        default: return .invalid("\(outcome) is no outcome")
        }
    }

    /// Synapse docs: an empty media configuration is passed over; an empty object adds nothing to `unsigned`.
    private func answered() -> OwnOutcome {
        guard let answer = deeds?.answer.take() else {
            return .invalid("it says answered, and \(late == nil ? "gave no answer" : done)")
        }
        if kind == .object, case .object(let object) = answer, object == .noMembers { return .next }
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
