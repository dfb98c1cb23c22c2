import Foundation
import Synchronization
import Testing

@testable import ModuleLoader

/// Visits of one instance.
@Suite struct GateTests {
    private let threads = HostThreads(workers: 4)
    private let log = RecordingLog()

    private func gate(isConcurrent: Bool = false) -> Gate {
        Gate(threads, isConcurrent: isConcurrent, Counters(log.logger))
    }

    /// Counts who is inside at once.
    private final class Room: Sendable {
        private let state = Mutex((inside: 0, most: 0, order: [Int]()))

        func enter(_ number: Int) {
            state.withLock { state in
                state.inside += 1
                state.most = max(state.most, state.inside)
                state.order.append(number)
            }
            Thread.sleep(forTimeInterval: 0.001)
            state.withLock { $0.inside -= 1 }
        }

        var most: Int { state.withLock { $0.most } }
        var order: [Int] { state.withLock { $0.order } }
    }

    private func run(_ gate: Gate, _ visits: Int) async -> Room {
        let room = Room()
        let left = Mutex(visits)
        await withCheckedContinuation { continuation in
            for number in 0..<visits {
                gate.enter(
                    Visit { _ in
                        room.enter(number)
                        let isLast = left.withLock { left in
                            left -= 1
                            return left == 0
                        }
                        if isLast { continuation.resume() }
                    })
            }
        }
        return room
    }

    @Test func `An instance that takes one call at a time gets one at a time, in order`() async {
        let room = await run(gate(), 50)
        #expect(room.most == 1)
        #expect(room.order == Array(0..<50))
        threads.stop()
    }

    @Test func `An instance that takes several at once gets no more than half of the pool`() async {
        let room = await run(gate(isConcurrent: true), 50)
        #expect(room.most <= 2)
        #expect(room.order.sorted() == Array(0..<50))
        threads.stop()
    }

    @Test func `While a visit is overdue nobody else is let in; when it comes back, they are`() async {
        let gate = gate()
        let (isIn, mayLeave) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let refused = Mutex<[String]>([])
        let held = Visit { _ in
            isIn.signal()
            mayLeave.wait()
        }
        gate.enter(held)
        isIn.wait()
        gate.enter(
            Visit { _ in
            } refuse: {
                refused.withLock { $0.append("waited") }
            })
        gate.watch(held, budget: .zero)
        #expect(gate.isStuck)
        gate.watch(held, budget: .zero)
        gate.enter(
            Visit { _ in
            } refuse: {
                refused.withLock { $0.append("came") }
            })
        #expect(refused.withLock { $0 } == ["waited", "came"])
        #expect(!gate.isEmpty)
        mayLeave.signal()
        await eventually { gate.isEmpty && !gate.isStuck }
        let room = await run(gate, 3)
        #expect(room.order == [0, 1, 2])
        #expect(
            log.messages == [
                "it is stuck: a callback has not come back in time; until it does, nobody is asked (1 so far)",
                "it is not stuck any more: the callback has come back",
            ])
        threads.stop()
    }

    @Test func `A module that does not come back loses its thread, and the pool keeps its size`() async {
        let mayLeave = DispatchSemaphore(value: 0)
        let stuck = (0..<4).map { _ in gate() }
        for gate in stuck {
            let visit = Visit { _ in mayLeave.wait() }
            gate.enter(visit)
            await eventually { visit.state.withLock { $0.entered != nil } }
            gate.watch(visit, budget: .zero)
        }
        let room = await run(gate(), 5)
        #expect(room.order == [0, 1, 2, 3, 4])
        for _ in stuck { mayLeave.signal() }
        await eventually { stuck.allSatisfy(\.isEmpty) }
        threads.stop()
    }

    @Test func `A callback that holds its caller's thread keeps others out until it has come back`() async {
        let gate = gate()
        let held = Visit(inPlaceSince: .now)
        gate.adopt(held, budget: .seconds(600))
        let room = Room()
        gate.enter(Visit { _ in room.enter(1) })
        #expect(gate.load == (1, 1))
        #expect(!gate.isStuck)
        gate.leave(held)
        await eventually { gate.isEmpty }
        #expect(room.order == [1])
        #expect(log.messages == [])
        threads.stop()
    }

    @Test func `A callback that holds its caller's thread for longer than it may makes its instance stuck`() async {
        let gate = gate(isConcurrent: true)
        let held = (0..<3).map { _ in Visit(inPlaceSince: .now - .seconds(1)) }
        for visit in held { gate.adopt(visit, budget: .seconds(1)) }
        let refused = Mutex(false)
        gate.enter(
            Visit { _ in
            } refuse: {
                refused.withLock { $0 = true }
            })
        #expect(gate.isStuck && refused.withLock { $0 })
        for visit in held { gate.leave(visit) }
        #expect(!gate.isStuck && gate.isEmpty)
        let room = await run(gate, 8)
        #expect(room.most <= 2, "the pool is no larger than it was")
        threads.stop()
    }

    @Test func `A hint is let in before those that wait`() async {
        let gate = gate()
        let room = Room()
        let mayGo = DispatchSemaphore(value: 0)
        gate.enter(Visit { _ in mayGo.wait() })
        for number in [1, 2] { gate.enter(Visit { _ in room.enter(number) }) }
        gate.enter(Visit { _ in room.enter(0) }, isUrgent: true)
        mayGo.signal()
        await eventually { room.order.count == 3 }
        #expect(room.order == [0, 1, 2])
        threads.stop()
    }
}

/// Waits until something holds that other threads bring about.
func eventually(_ holds: () -> Bool) async {
    while !holds() { try? await Task.sleep(for: .milliseconds(1)) }
}
