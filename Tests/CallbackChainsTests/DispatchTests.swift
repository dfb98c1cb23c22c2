import Testing

@testable import CallbackChains

@Suite struct DispatchTests {
    @Test func `All are asked in their order when nobody objects`() {
        let stage = Stage([.next, .next, .next])
        let end = stage.run(.strict)
        #expect(stage.asked == [0, 1, 2])
        #expect(end.link == 3)
        #expect(end.settled == .next)
        #expect(stage.stops.isEmpty)
    }

    @Test func `The first that objects ends it, and who comes later is not asked`() {
        let stage = Stage([.next, .answered, .next, .answered])
        let end = stage.run(.strict)
        #expect(stage.asked == [0, 1])
        #expect(end.link == 1)
        #expect(end.settled == .answered)
        #expect(stage.stops.map(\.link) == [1])
        #expect(stage.stops.map(\.outcome) == [2])
    }

    @Test func `Where all are told, each that did not plainly say next is settled before the next is asked`() {
        let stage = Stage([.failed, .next, .answered, .invalid, .next])
        let end = stage.run(.lenient)
        #expect(stage.asked == [0, 1, 2, 3, 4])
        #expect(stage.stops.map(\.link) == [0, 2, 3])
        #expect(stage.stops.map(\.outcome) == [3, 2, 0])
        #expect(end.link == 5)
        #expect(end.settled == .next)
    }

    @Test func `An answer for all ends a chain that would tell everybody`() {
        let stage = Stage([.answered, .everyone, .answered])
        let end = stage.run(.lenient)
        #expect(stage.asked == [0, 1])
        #expect(end.link == 1)
        #expect(end.settled == .answeredForAll)
    }

    @Test func `Next with an answer is settled and does not pass for next`() {
        let stage = Stage([.nextAndAnswered, .next])
        #expect(stage.run(.strict).settled == .invalid)
        #expect(stage.asked == [0])
        #expect(stage.stops.map(\.outcome) == [1])
        #expect(stage.run(.lenient).settled == .next)
        #expect(stage.asked == [0, 1])
        #expect(stage.stops.map(\.link) == [0])
    }

    @Test func `An answer of one link is not taken for that of the next`() {
        let stage = Stage([.answered, .next, .nextAndAnswered, .next])
        #expect(stage.run(.lenient).settled == .next)
        #expect(stage.stops.map(\.link) == [0, 2])
    }

    @Test func `The last link can end it, and going on behind it ends it too`() {
        #expect(Stage([.next, .answered]).run(.strict).link == 1)
        let end = Stage([.next, .answered]).run(.lenient)
        #expect(end.link == 2)
        #expect(end.settled == .next)
    }

    @Test func `A chain of nobody ends with next`() {
        let stage = Stage()
        let end = stage.run(.strict)
        #expect(end.link == 0)
        #expect(end.settled == .next)
        #expect(stage.stops.isEmpty)
    }

    @Test(arguments: [0, 5, 0xFFFF_FFFF] as [UInt32]) func `A word that is no outcome is settled, with the word`(
        _ word: UInt32
    ) {
        let stage = Stage([.next, Act(outcome: word, settled: .invalid), .next])
        #expect(stage.run(.strict).settled == .invalid)
        #expect(stage.asked == [0, 1])
        #expect(stage.stops.map(\.outcome) == [word])
    }

    @Test func `All get the same call`() {
        let stage = Stage([.next, .answered, .next])
        _ = stage.run(.lenient)
        #expect(stage.calls.count == 3)
        #expect(Set(stage.calls).count == 1)
        #expect(!stage.calls.contains(0))
    }

    @Test func `A chain runs as often as one likes`() {
        let stage = Stage([.next, .answered])
        let chain = stage.chain(.strict)
        var trail: Trail?
        let links = (0..<3).map { _ in stage.run(chain, trail: &trail).link }
        #expect(links == [1, 1, 1])
        #expect(stage.asked == [0, 1])
    }
}
