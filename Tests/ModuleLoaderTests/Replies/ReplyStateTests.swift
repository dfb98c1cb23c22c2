import JSONText
import Testing

@testable import CallbackChains
@testable import ModuleLoader

/// What a module said, by the word that it returned and what it did with its reply.
@Suite struct ReplyStateTests {
    enum Use: CaseIterable {
        case nothing, answers, fails, isRefused, answersTwice, answersThenFails, failsThenAnswers, answersThenIsRefused

        func callAsFunction(_ reply: TestReply) {
            if self == .isRefused { _ = reply.shadowBan() }
            if self == .fails || self == .failsThenAnswers { _ = reply.fail(0, .absent, "broken") }
            if ![.nothing, .fails, .isRefused].contains(self) { _ = reply.deny() }
            if self == .answersTwice { _ = reply.deny("M_X") }
            if self == .answersThenFails { _ = reply.fail(0, .absent, "broken") }
            if self == .answersThenIsRefused { _ = reply.shadowBan() }
        }

        /// By word: 1, 2, 3, 4.
        var outcomes: [OwnOutcome] {
            let refused = OwnOutcome.invalid("this callback does not take a shadow ban")
            func says(_ word: String, _ done: String) -> OwnOutcome { .invalid("it says \(word), and \(done)") }
            let noAnswer = OwnOutcome.invalid("it says answered, and gave no answer")
            let noReason = OwnOutcome.failed(.plain("it failed and did not say why"))
            let denied = OwnOutcome.answered(.denial)
            let broken = OwnOutcome.failed(.plain("broken"))
            let (nothing, failed) = ("did nothing of the kind", "failed: broken")
            return switch self {
            case .nothing: [says("next", nothing), noAnswer, noReason, says("pending", nothing)]
            case .answers: [says("next", "answered"), denied, noReason, says("pending", "answered")]
            case .fails: [says("next", failed), noAnswer, broken, says("pending", failed)]
            case .answersThenFails, .failsThenAnswers: [says("next", failed), denied, broken, says("pending", failed)]
            case .answersTwice: Array(repeating: .invalid("it answered twice"), count: 4)
            case .isRefused, .answersThenIsRefused: Array(repeating: refused, count: 4)
            }
        }
    }

    @Test(arguments: Use.allCases) func `Each outcome is taken with what the reply holds`(_ use: Use) {
        let outcomes = ([1, 2, 3, 4] as [UInt32]).map { word in
            let reply = TestReply(.verdict)
            use(reply)
            return reply.settle(word)
        }
        #expect(outcomes == use.outcomes)
    }

    @Test(arguments: [0, 5, 6, 0x8000_0000, 0xFFFF_FFFF] as [UInt32])
    func `A word that is no outcome is invalid, whatever the reply holds`(_ word: UInt32) {
        for use in [Use.nothing, .answers, .fails, .answersThenFails] {
            let reply = TestReply(.verdict)
            use(reply)
            #expect(reply.settle(word) == .invalid("\(word) is no outcome"))
        }
    }

    @Test(arguments: Use.allCases) func `Once settled the reply is as new`(_ use: Use) {
        let reply = TestReply(.verdict)
        use(reply)
        _ = reply.settle(2)
        #expect([1, 2, 3, 4].map { reply.settle($0) } == Use.nothing.outcomes)
        #expect(reply.deny() == 2)
        #expect(reply.settle(2) == .answered(.denial))
    }

    @Test func `An exception is a failure, whatever the reply holds`() {
        for use in Use.allCases {
            var state = ReplyState(.verdict)
            if use == .answers { _ = state.take(.denial) }
            if use == .isRefused { _ = state.refuse("bad") }
            let stop = Stop(link: 0, outcome: 3, threw: true)
            #expect(state.settle(stop) { "out of luck" }.own == .failed(.plain("C++ exception: out of luck")))
            #expect(state.answer == nil)
            #expect(state.invalid == nil)
        }
    }

    @Test func `Of two failures the last counts, of two refusals the first`() {
        let reply = TestReply(.verdict)
        _ = reply.fail(0, .absent, "one")
        _ = reply.fail(0, .absent, "two")
        #expect(reply.settle(3) == .failed(.plain("two")))
        _ = reply.shadowBan()
        _ = reply.addEveryone()
        #expect(reply.settle(3) == .invalid("this callback does not take a shadow ban"))
    }

    @Test(
        arguments: [
            (.denial, .answered), (.denialWithText(""), .answered), (.shadowBan, .answered), (.users([]), .answered),
            (.everyone, .answeredForAll), (.presence([:]), .answered), (.object(JSON([:])), .answered),
        ] as [(Answer, Settled)])
    func `Everyone is the answer that settles for all`(_ answer: Answer, _ settled: Settled) {
        #expect(OwnOutcome.answered(answer).settled == settled)
    }

    @Test func `Failures and invalid answers settle as what they are`() {
        #expect(OwnOutcome.failed(.plain("")).settled == .failed)
        #expect(OwnOutcome.invalid("").settled == .invalid)
    }
}
