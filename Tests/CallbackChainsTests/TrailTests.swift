import Testing

@testable import CallbackChains

@Suite struct TrailTests {
    private func entries(_ acts: [Act], _ steps: Steps) -> (asked: [Int], trail: [String], end: ChainEnd) {
        let stage = Stage(acts)
        var trail: Trail? = Trail()
        let end = stage.run(stage.chain(steps), trail: &trail)
        return (stage.asked, trail?.entries.map { "\($0.link) \($0.settled)" } ?? ["gone"], end)
    }

    @Test func `Each that was asked has an entry, in order, with what it said`() {
        let (asked, trail, end) = entries([.next, .failed, .answered, .invalid, .next], .lenient)
        #expect(asked == [0, 1, 2, 3, 4])
        #expect(trail == ["0 next", "1 failed", "2 answered", "3 invalid", "4 next"])
        #expect(end.link == 5)
        #expect(end.settled == .next)
    }

    @Test func `The one that ends the chain is the last entry`() {
        let (asked, trail, end) = entries([.next, .next, .answered, .next], .strict)
        #expect(asked == [0, 1, 2])
        #expect(trail == ["0 next", "1 next", "2 answered"])
        #expect(end.link == 2)
        #expect(end.settled == .answered)
    }

    @Test func `Next with an answer is invalid in the trail`() {
        #expect(entries([.nextAndAnswered, .next], .lenient).trail == ["0 invalid", "1 next"])
    }

    @Test func `A chain of nobody leaves no entry`() {
        #expect(entries([], .strict).trail == [])
    }

    @Test func `Runs that share a trail stand in it one after another`() {
        let stage = Stage([.next, .answered])
        var trail: Trail? = Trail()
        _ = stage.run(stage.chain(.lenient), trail: &trail)
        _ = stage.run(stage.chain(.strict), trail: &trail)
        #expect(trail?.entries.map(\.link) == [0, 1, 0, 1])
    }

    @Test func `Without a trail none is made`() {
        let stage = Stage([.next])
        var trail: Trail?
        _ = stage.run(stage.chain(.strict), trail: &trail)
        #expect(trail == nil)
    }
}
