import Testing

@testable import CallbackChains

/// Every rule with every failure rule and every rule for invalid answers, and every sequence of three.
@Suite struct StepsTests {
    /// Which of the outcomes end a chain, by rule.
    static let endsAtAnswer: [Rule: Bool] = [
        .firstObjection: true, .firstObjectionOrReplacement: true, .rewrite: false, .tellAll: false, .union: false,
        .unionOrAll: false, .firstAnswer: true, .merge: false, .exclusive: true, .firstModule: true, .giver: true,
    ]
    static let endsAtFailure: [FailureRule: Bool] = [
        .propagate: true, .propagateWrapped: true, .skip: false, .deny403: true, .fail500: true,
        .retry: true,
    ]
    /// Nil: as a failure does.
    static let endsAtInvalid: [InvalidAnswerRule: Bool?] = [.deny: true, .fail: nil, .skip: false]
    static let endsAtUnavailable: [UnavailableRule: Bool?] = [.deny: true, .fail: nil, .skip: false]

    private func ends(_ rule: Rule, _ failure: FailureRule, _ invalid: InvalidAnswerRule) -> [Settled] {
        var ends: [Settled] = [.answeredForAll]
        let atFailure = Self.endsAtFailure[failure] ?? true
        if Self.endsAtAnswer[rule] ?? true { ends.append(.answered) }
        if atFailure { ends.append(.failed) }
        if (Self.endsAtInvalid[invalid] ?? true) ?? atFailure { ends.append(.invalid) }
        return ends
    }

    @Test func `The tables name every rule`() {
        #expect(Set(Self.endsAtAnswer.keys) == Set(Rule.allCases))
        #expect(Set(Self.endsAtFailure.keys) == Set(FailureRule.allCases))
        #expect(Set(Self.endsAtInvalid.keys) == Set(InvalidAnswerRule.allCases))
        #expect(Set(Self.endsAtUnavailable.keys) == Set(UnavailableRule.allCases))
    }

    private static let acts: [Act] = [.next, .answered, .everyone, .failed, .invalid, .nextAndAnswered]
    private static let sequences = acts.flatMap { one in acts.flatMap { two in acts.map { [one, two, $0] } } }

    @Test(arguments: Rule.allCases) func `A chain ends where its rules say, and asks nobody behind that`(_ rule: Rule) {
        var wrong: [String] = []
        for failure in FailureRule.allCases {
            for invalid in InvalidAnswerRule.allCases {
                let ends = ends(rule, failure, invalid)
                let steps = Steps(rule, failure, invalid)
                wrong += Self.sequences.filter { !isRight($0, steps, ends) }.map { acts in
                    "\(failure), \(invalid): \(acts.map(\.settled))"
                }
            }
        }
        #expect(wrong == [])
    }

    private func isRight(_ acts: [Act], _ steps: Steps, _ ends: [Settled]) -> Bool {
        let place = acts.firstIndex { ends.contains($0.settled) } ?? acts.count
        let stage = Stage(acts)
        let chain = stage.chain(steps)
        let expected = Array(0...min(place, acts.count - 1))
        let settled = place < acts.count ? acts[place].settled : .next
        var none: Trail?
        var some: Trail? = Trail()
        let ends = [stage.run(chain, trail: &none), stage.run(chain, trail: &some)]
        return ends.allSatisfy { $0.link == place && $0.settled == settled } && stage.asked == expected
            && some?.entries.map(\.link) == expected
            && some?.entries.map(\.settled) == expected.map { acts[$0].settled }
    }

    @Test(arguments: FailureRule.allCases)
    func `A module that cannot answer ends a chain as its own rule says, or as a failure does`(_ failure: FailureRule) {
        for (rule, ends) in Self.endsAtUnavailable {
            let steps = Steps(.union, failure, .skip, rule)
            #expect(steps.stops(at: .unavailable) == ends ?? Self.endsAtFailure[failure], "\(rule)")
        }
    }

    @Test func `A chain waits for an answer that comes later, whatever its rules`() {
        #expect(Rule.allCases.allSatisfy { Steps($0, .skip, .skip, .skip).stops(at: .pending) })
    }

    @Test func `Next ends no chain`() {
        let rules = Rule.allCases.filter { Steps($0, .propagate, .deny).stops(at: .next) }
        #expect(rules == [])
    }
}
