public import Gatehouse

/// What came of a call.
public struct TestedCall: Sendable {
    /// What the module said itself, before any rule of the callback. Of several, the last that did not say *next*.
    public let answer: ModuleAnswer
    /// What the callback's rules made of it: what the server would be told.
    public let outcome: CallResult.Outcome
    /// Who was asked, in order.
    public let trail: [TrailStep]
    /// What was logged meanwhile.
    public let log: [LogLine]
    private let words: String

    init(_ callback: Callback, _ result: CallResult, log: [LogLine]) {
        trail = result.trail ?? []
        outcome = result.outcome
        answer = trail.isEmpty ? .notAsked : result.own.map(ModuleAnswer.init) ?? .next
        words = JSONValue.object(callback.members(of: result.outcome)).text
        self.log = log
    }
}

extension TestedCall: CustomStringConvertible {
    /// The outcome in the words of `gatehouse call`.
    public var description: String { words }
}

/// What a module makes of a call.
public enum ModuleAnswer: Equatable, Sendable {
    /// It has nothing against it, or nothing to add.
    case next
    case answered(Answer)
    case failed(Failure)
    /// What is wrong with its answer.
    case invalid(String)
    /// It did not answer in time, or is stuck.
    case unavailable(Unavailability)
    /// It does not take part in this callback.
    case notAsked

    init(_ own: OwnOutcome) {
        switch own {
        case .next: self = .next
        case .answered(let answer): self = .answered(answer)
        case .failed(let failure): self = .failed(failure)
        case .invalid(let reason): self = .invalid(reason)
        case .unavailable(let why): self = .unavailable(why)
        case .pending: self = .next  // a chain does not end while it waits
        }
    }
}

extension Answer {
    /// A refusal with an error code and fields for the client's error body.
    public static func deny(_ code: String, _ fields: JSONValue = [:]) -> Answer {
        .denialWithCode(code, fields: JSON(fields))
    }

    /// The event to allow instead, or the rewritten request.
    public static func object(_ object: JSONValue) -> Answer { .object(JSON(object)) }
}
