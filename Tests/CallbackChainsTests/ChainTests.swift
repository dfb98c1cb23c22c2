import CModuleCall
import Testing

@testable import CallbackChains

@Suite struct ChainTests {
    @Test func `A chain knows its modules by place`() {
        let chain = Stage([.next, .answered, .failed]).chain(.strict)
        #expect(chain.count == 3)
        #expect(!chain.isEmpty)
        #expect((0..<3).map { chain.module(at: $0) } == [1, 2, 3])
    }

    @Test func `A chain of nobody is empty`() {
        let chain = Chain([], .strict, waitsFor: nil, callSize: 0)
        #expect(chain.isEmpty)
        #expect(chain.count == 0)
    }

    @Test func `A chain keeps what it was built with`() {
        let chain = Chain(Stage([.next]).links, .strict, waitsFor: 4, callSize: 512)
        #expect(chain.waitsFor == 4)
        #expect(chain.callSize == 512)
        #expect(chain.steps.stopsAtAnswer)
    }

    @Test func `As many links run in place as stand before the module that is waited for`() {
        let links = Stage([.next, .next, .next]).links
        let counts = [nil, 1, 2, 3].map { Chain(links, .strict, waitsFor: $0, callSize: 8).inPlace }
        #expect(counts == [3, 0, 1, 2])
    }

    @Test func `What is kept off callers' threads ends the part in place, and comes back when it may`() {
        let chain = Chain(Stage([.next, .next, .next]).links, .strict, waitsFor: 3, callSize: 8)
        let counts = [[], [2], [2, 1], [3], []].map { (modules: Set<Int>) in
            chain.keepOffCallers(modules)
            return chain.inPlace
        }
        #expect(counts == [2, 1, 0, 2, 2])
        #expect(chain.waitsFor == 3)
    }

    @Test func `A part of a chain runs alone, and stops before its end`() {
        let stage = Stage([.next, .next, .answered, .next])
        let chain = stage.chain(.strict)
        var reply = unsafe cm_reply()
        var call: UInt64 = 7
        let stops = [(0, 2), (3, 4), (2, 2), (1, 3)].map { from, to in
            unsafe chain.run(from: from, to: to, &call, &reply)
        }
        #expect(stops.map(\.link) == [2, 4, 2, 2])
        #expect(stops.map(\.outcome) == [1, 1, 1, 2])
        #expect(stops.map(\.threw) == [false, false, false, false])
        #expect(stage.asked == [0, 1, 3, 1, 2])
    }
}
