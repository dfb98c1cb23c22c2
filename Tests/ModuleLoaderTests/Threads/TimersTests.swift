import Synchronization
import Testing

@testable import ModuleLoader

@Suite struct TimersTests {
    private let timers = Timers()

    /// What was called, in order, when `count` of it have been.
    private func calls(_ times: [Duration], cancelling cancelled: Set<Int> = []) async -> [Int] {
        let called = Mutex<[Int]>([])
        let now = ContinuousClock.now + .milliseconds(200)
        return await withCheckedContinuation { continuation in
            let expected = times.count - cancelled.count
            let tokens = times.enumerated().map { place, time in
                timers.schedule(at: now + time) {
                    let all = called.withLock { called in
                        called.append(place)
                        return called
                    }
                    if all.count == expected { continuation.resume(returning: all) }
                }
            }
            for place in cancelled { timers.cancel(tokens[place]) }
        }
    }

    @Test func `What is due is called in the order of its time, whatever the order it was asked for`() async {
        let found = await calls([30, 10, 50, 0, 40, 20].map { .milliseconds($0) })
        #expect(found == [3, 1, 5, 0, 4, 2])
        timers.stop()
    }

    @Test func `What is cancelled is not called`() async {
        let found = await calls([10, 20, 30, 40].map { .milliseconds($0) }, cancelling: [0, 2])
        #expect(found == [1, 3])
        timers.stop()
    }

    @Test func `Nothing is called before its time`() async {
        let early = await withCheckedContinuation { continuation in
            let due = ContinuousClock.now + .milliseconds(5)
            _ = timers.schedule(at: due) { continuation.resume(returning: ContinuousClock.now < due) }
        }
        #expect(!early)
        timers.stop()
    }

    @Test func `However many there are, they wait for few ticks`() {
        let now = ContinuousClock.now
        for milliseconds in 0..<100_000 {
            _ = timers.schedule(at: now + .seconds(600) + .milliseconds(milliseconds)) {}
        }
        #expect(timers.tickCount < 64)
        timers.stop()
    }

    @Test func `Of what is cancelled that was to be exact nothing is left`() {
        let now = ContinuousClock.now
        let tokens = (0..<100).map { timers.schedule(at: now + .seconds(600 + $0), isExact: true) {} }
        let kept = timers.schedule(at: now + .seconds(600), isExact: true) {}
        #expect(timers.tickCount == 100)
        for token in tokens { timers.cancel(token) }
        #expect(timers.tickCount == 1)
        timers.cancel(kept)
        #expect(timers.tickCount == 0)
        timers.stop()
    }

    @Test func `What is past is called too`() async {
        let isCalled = await withCheckedContinuation { continuation in
            _ = timers.schedule(at: .now - .seconds(5)) { continuation.resume(returning: true) }
        }
        #expect(isCalled)
        timers.stop()
    }
}
