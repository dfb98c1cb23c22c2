public import CallbackChains
import JSONText
public import ModuleLoader

/// What a chain made of a call: its outcome, who decided, and by which rule.
public struct CallResult: Sendable {
    public enum Outcome: Equatable, Sendable {
        /// Nobody had anything against it, or anything to add.
        case next
        case answered(Answer)
        case failed(Failure)
        /// The caller went away before the chain had ended.
        case cancelled
    }

    /// Which rule of the callback made the outcome.
    public enum Held: Equatable, Sendable {
        case rule(Rule)
        case failure(FailureRule)
        case invalidAnswer(InvalidAnswerRule)
        /// A module did not answer in time, or is stuck.
        case unavailable(UnavailableRule)
        /// The caller went away.
        case cancellation
    }

    public internal(set) var outcome: Outcome
    /// The module that ended the chain, or the last one whose answer counts; nil where all said *next*.
    public let decidedBy: String?
    public let held: Held
    /// What the last module that did not say *next* said itself, before any rule.
    package let own: OwnOutcome?
    /// What deserves a line in the log: failures and invalid answers.
    package let notes: [Note]
    /// The number of the instance that decided, to which the cookie of its answer goes back.
    package let decider: Int?
    /// Cookies of answers that did not count, and the numbers of the instances that gave them.
    package let unused: [(module: Int, cookie: UInt64)]
    /// Who was asked, in order; nil where nobody asked for it.
    public let trail: [TrailStep]?

    /// Does the answer object to what was asked?
    public var objects: Bool {
        switch outcome {
        case .answered(.denial), .answered(.denialWithCode), .answered(.denialWithText), .answered(.shadowBan): true
        case .failed: true
        default: false
        }
    }
}

extension CallResult {
    /// The cookie in its answer.
    package var cookie: UInt64? { if case .answered(let answer) = outcome { answer.cookie } else { nil } }

    /// The same with another number in the place of the cookie.
    package func with(cookie: UInt64?) -> CallResult {
        guard case .answered(let answer) = outcome else { return self }
        var result = self
        result.outcome = .answered(answer.with(cookie: cookie))
        return result
    }

    /// All modules said *next*, and nothing else; or there are none.
    package init(allNext callback: Callback) {
        self.init(
            outcome: .next, decidedBy: nil, held: .rule(callback.rule), own: nil, notes: [], decider: nil, unused: [],
            trail: nil)
    }

    /// The same as the end of two chains: `first` was asked before and let pass.
    package func following(_ first: CallResult) -> CallResult {
        CallResult(
            outcome: outcome, decidedBy: decidedBy, held: held, own: own, notes: first.notes + notes,
            decider: decider, unused: unused, trail: trail.map { (first.trail ?? []) + $0 })
    }
}

/// What went wrong on the way through a chain.
package struct Note: Equatable, Sendable {
    /// In the words of the log.
    package enum Kind: String, Sendable {
        case failure = "failure"
        case invalidAnswer = "invalid answer"
        case unavailable = "no answer"
    }

    package let module: String
    package let link: Int
    package let kind: Kind
    package let text: String
}

/// One module that was asked.
public struct TrailStep: Sendable {
    public let module: String
    /// `next`, `answered`, `failed`, `invalid` or `unavailable`.
    public let outcome: String
    public let duration: Duration
    /// Why it failed, what was wrong with its answer, or why it gave none.
    public let message: String?
}
