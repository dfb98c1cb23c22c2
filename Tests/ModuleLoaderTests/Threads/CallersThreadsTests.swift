import CallbackChains
import Foundation
import Testing

@testable import ModuleLoader

@Suite struct CallersThreadsTests {
    private let threads = CallersThreads()

    private func chain(_ modules: Int...) -> Chain {
        let links = modules.map { unsafe Link(function: { _, _, _ in 1 }, instance: nil, module: $0) }
        return Chain(links, Steps(.tellAll, .skip, .skip), waitsFor: nil, callSize: 8)
    }

    @Test func `A member that holds a thread runs on no other, in any chain, until all its callbacks have come back`() {
        let chains = [chain(1, 2), chain(2), chain(3)]
        threads.add(chains)
        let places = { chains.map(\.inPlace) }
        #expect(places() == [2, 1, 1])
        _ = threads.lose(to: 2)
        _ = threads.lose(to: 2)
        #expect(places() == [1, 0, 1])
        _ = threads.lose(to: 1)
        #expect(places() == [0, 0, 1])
        threads.regain(from: 1, nil)
        threads.regain(from: 2, nil)
        #expect(places() == [1, 0, 1])
        threads.regain(from: 2, nil)
        #expect(places() == [2, 1, 1])
    }

    @Test func `A front gets another thread for one that a member holds`() async {
        let front = WorkerPool(size: 1)
        threads.lend(front)
        let mayLeave = DispatchSemaphore(value: 0)
        front.submit { mayLeave.wait() }
        let lost = threads.lose(to: 1)
        #expect(lost === front)
        await withCheckedContinuation { continuation in front.submit { continuation.resume() } }
        mayLeave.signal()
        threads.regain(from: 1, lost)
        await withCheckedContinuation { continuation in front.submit { continuation.resume() } }
        front.stop()
    }
}
