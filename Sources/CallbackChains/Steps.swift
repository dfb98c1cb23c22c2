/// What a link made of the call, once its reply has been looked at.
package enum Settled: Equatable, Sendable {
    case next, answered, answeredForAll, failed, invalid
    /// It answers later: the chain waits here.
    case pending
    /// It did not answer in time, or is stuck.
    case unavailable
}

/// The small table behind a chain: does it end here, or is the next module asked?
package struct Steps: Sendable {
    let stopsAtAnswer: Bool
    let stopsAtFailure: Bool
    let stopsAtInvalid: Bool
    let stopsAtUnavailable: Bool

    package init(
        _ rule: Rule, _ failure: FailureRule, _ invalid: InvalidAnswerRule, _ unavailable: UnavailableRule = .fail
    ) {
        stopsAtAnswer = rule.endsWithAnswer
        stopsAtFailure = failure != .skip
        stopsAtInvalid = invalid == .deny || (invalid == .fail && stopsAtFailure)
        stopsAtUnavailable = unavailable == .deny || (unavailable == .fail && stopsAtFailure)
    }

    package init(stopsAtAnswer: Bool, stopsAtFailure: Bool, stopsAtInvalid: Bool) {
        (self.stopsAtAnswer, self.stopsAtFailure) = (stopsAtAnswer, stopsAtFailure)
        (self.stopsAtInvalid, stopsAtUnavailable) = (stopsAtInvalid, stopsAtFailure)
    }

    package func stops(at settled: Settled) -> Bool {
        switch settled {
        case .next: false
        case .answered: stopsAtAnswer
        case .answeredForAll: true
        case .failed: stopsAtFailure
        case .invalid: stopsAtInvalid
        case .pending: true
        case .unavailable: stopsAtUnavailable
        }
    }
}

extension Rule {
    /// Does the first answer end the chain?
    fileprivate var endsWithAnswer: Bool {
        switch self {
        case .firstObjection, .firstObjectionOrReplacement, .firstAnswer, .exclusive, .firstModule, .giver: true
        case .rewrite, .tellAll, .union, .unionOrAll, .merge: false
        }
    }
}
