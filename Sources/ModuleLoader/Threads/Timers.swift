import Foundation

/// Calls functions at given times, on a thread of its own. Never early, and late by a 64th of the wait, or a millisecond, as
/// is wanted.
package final class Timers: @unchecked Sendable {
    package struct Token: Hashable, Sendable {
        fileprivate let tick: Int64
        fileprivate let number: Int
        fileprivate let isExact: Bool
    }

    private struct Timer {
        let body: @Sendable () -> Void
    }

    /// What is due at one tick, by number.
    private final class Due {
        var timers: [Int: Timer] = [:]
    }

    private struct State {
        /// By ticks.
        var due: [Int64: Due] = [:]
        /// The keys of `due`, in order.
        var ticks: [Int64] = []
        var lastNumber = 0
        var isRunning = false
        var isOver = false
    }

    private let condition = NSCondition()
    private var state = State()
    private let start = ContinuousClock.now

    package init() {}

    /// Calls `body` at a time, or soon after, unless it is cancelled before. `body` runs on the timers' thread and must not
    /// wait.
    ///
    /// - Parameter isExact: to the millisecond. Not for deadlines, of which there are many, and which are never met.
    package func schedule(
        at time: ContinuousClock.Instant, isExact: Bool = false, _ body: @escaping @Sendable () -> Void
    ) -> Token {
        let exact = tick(of: time) + 1
        let tick = isExact ? exact : grain(exact)
        return condition.withLock {
            state.lastNumber += 1
            due(at: tick).timers.updateValue(Timer(body: body), forKey: state.lastNumber)
            return Token(tick: tick, number: state.lastNumber, isExact: isExact)
        }
    }

    /// It is not called any more, unless it runs already.
    package func cancel(_ token: Token) {
        condition.withLock {
            guard let due = state.due[token.tick] else { return }
            due.timers.removeValue(forKey: token.number)
            // Ticks of deadlines stay: there are few of them, and the next deadline has the same.
            if token.isExact && due.timers.isEmpty { drop(token.tick) }
        }
    }

    /// For how many different times something waits.
    var tickCount: Int { condition.withLock { state.ticks.count } }

    /// Ends the thread. What is due later is never called.
    package func stop() {
        condition.withLock {
            state.isOver = true
            state.due = [:]
            condition.signal()
        }
    }

    /// Milliseconds since the start.
    private func tick(of time: ContinuousClock.Instant) -> Int64 {
        let (seconds, attoseconds) = (time - start).components
        return seconds * 1000 + attoseconds / 1_000_000_000_000_000
    }

    /// The tick for a time, the coarser the longer it takes: so there are few of them, however many deadlines there are.
    private func grain(_ exact: Int64) -> Int64 {
        let left = max(exact - tick(of: .now), 1)
        let grain: Int64 = 1 << max(0, 57 - left.leadingZeroBitCount)
        return (exact + grain - 1) & ~(grain - 1)
    }

    private func due(at tick: Int64) -> Due {
        if let due = state.due[tick] { return due }
        let due = Due()
        state.due[tick] = due
        insert(tick)
        return due
    }

    private func drop(_ tick: Int64) {
        state.due[tick] = nil
        if let place = state.ticks.lastIndex(of: tick) { state.ticks.remove(at: place) }
    }

    /// Most deadlines are of one length, so most ticks are the last.
    private func insert(_ tick: Int64) {
        var place = state.ticks.endIndex
        while place > 0 && state.ticks[place - 1] > tick { place -= 1 }
        state.ticks.insert(tick, at: place)
        if !state.isRunning && !state.isOver {
            state.isRunning = true
            Thread { [self] in run() }.start()
        } else if place == 0 {
            condition.signal()
        }
    }
}

/// The thread.
extension Timers {
    private func run() {
        Thread.current.name = "gatehouse timers"
        while let timers = next() { for timer in timers { timer.body() } }
    }

    /// Waits for what is due. Nil: it is over.
    private func next() -> [Timer]? {
        condition.withLock {
            while !state.isOver {
                let now = tick(of: .now)
                let due = state.ticks.prefix { $0 <= now }
                if !due.isEmpty {
                    state.ticks.removeFirst(due.count)
                    return due.compactMap { state.due.removeValue(forKey: $0) }.flatMap(\.timers.values)
                }
                wait(until: state.ticks.first, now)
            }
            return nil
        }
    }

    /// The condition waits by the wall clock, which may be set back: so never for long.
    private func wait(until tick: Int64?, _ now: Int64) {
        guard let tick else { return condition.wait() }
        _ = condition.wait(until: Date(timeIntervalSinceNow: Double(min(tick - now, 1000)) / 1000))
    }
}
