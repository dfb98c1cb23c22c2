import CModuleCall
import Synchronization

/// Lets visits into one instance: one at a time, or as many as it may have of the pool. All others wait in order, and hold
/// no thread.
package final class Gate: Sendable {
    private struct State {
        var inside = 0
        /// How many of those have not come back in time.
        var overdue = 0
        var waiting = FIFO<Visit>()
    }

    private let state = Mutex(State())
    private let width: Int
    private let pool: WorkerPool
    private let timers: Timers
    private let counters: Counters

    /// - Parameter isConcurrent: several threads may be in the instance at once. It gets half of the pool, so that a slow
    ///   one leaves threads for the others.
    init(_ threads: HostThreads, isConcurrent: Bool, _ counters: Counters) {
        (pool, timers, self.counters) = (threads.pool, threads.timers, counters)
        width = isConcurrent ? max(1, threads.pool.size / 2) : 1
    }

    /// Calls to an instance that is stuck go by the rule for that.
    package var isStuck: Bool { state.withLock { $0.overdue > 0 } }

    /// How many visits are inside, and how many wait.
    package var load: (inside: Int, waiting: Int) { state.withLock { ($0.inside, $0.waiting.count) } }

    var isEmpty: Bool { load == (0, 0) }

    /// Lets a visit in when it is its turn.
    ///
    /// - Parameter isUrgent: before all that wait.
    package func enter(_ visit: Visit, isUrgent: Bool = false) {
        let isRefused = state.withLock { state in
            if state.overdue > 0 { return true }
            if state.inside < width {
                begin(visit, &state)
            } else if isUrgent {
                state.waiting.prepend(visit)
            } else {
                state.waiting.append(visit)
            }
            return false
        }
        if isRefused { visit.refuse() }
    }

    private func begin(_ visit: Visit, _ state: inout State) {
        state.inside += 1
        pool.submit { [self] in
            cm_note_worker()
            let now = ContinuousClock.now
            visit.state.withLock { $0.entered = now }
            let timer = visit.budget.map { timers.schedule(at: now + $0) { [self] in giveUp(visit) } }
            visit.run(visit)
            if let timer { timers.cancel(timer) }
            leave(visit)
        }
    }

    /// Counts a visit in that nobody let in: a callback that has been running on its caller's thread for long. The next one
    /// comes when it has left.
    func adopt(_ visit: Visit, budget: Duration) {
        state.withLock { $0.inside += 1 }
        watch(visit, budget: budget)
    }

    /// A visit has come back.
    func leave(_ visit: Visit) {
        let wasOverdue = visit.state.withLock { state in
            state.hasLeft = true
            return state.isOverdue
        }
        let isStuckNoMore = state.withLock { state in
            state.inside -= 1
            if wasOverdue { state.overdue -= 1 }
            if state.inside < width, let next = state.waiting.popFirst() { begin(next, &state) }
            return wasOverdue && state.overdue == 0
        }
        if wasOverdue && !visit.isInPlace { pool.regain() }
        if isStuckNoMore { counters.noteRecovery() }
    }
}

/// Visits that do not come back.
extension Gate {
    /// Marks the instance as stuck when this visit has been inside for `budget` and has not come back.
    package func watch(_ visit: Visit, budget: Duration) {
        guard let entered = visit.state.withLock({ $0.entered }) else { return }
        if entered + budget <= .now { return giveUp(visit) }
        _ = timers.schedule(at: entered + budget) { [self] in giveUp(visit) }
    }

    private func giveUp(_ visit: Visit) {
        let refused: [Visit]? = state.withLock { state in
            let isOverdue = visit.state.withLock { visit in
                if visit.hasLeft || visit.isOverdue { return false }
                visit.isOverdue = true
                return true
            }
            guard isOverdue else { return nil }
            state.overdue += 1
            return state.waiting.popAll()
        }
        guard let refused else { return }
        if visit.isInPlace { counters.note(.deadline) } else { pool.lose() }
        counters.note(.stuck)
        for visit in refused { visit.refuse() }
    }
}
