import CallbackChains
package import ModuleLoader
import Synchronization

/// A call whose chain goes on where its caller cannot: on worker threads, or when a module answers late.
///
///     ask ──▶ queued ──▶ inside ──▶ settled ──▶ ask the next, or end
///               │           │  ▲
///               │           ▼  │ it says so, from any thread
///               │        pending
///               └───────────┴──▶ settled, by the deadline
///
/// Each link has a turn. What comes when its turn is over (the second of an answer and a deadline, say) finds another
/// turn, and nothing comes of it.
package final class Flight: Sendable {
    /// When a call ends that no module ends.
    package struct Terms: Sendable {
        /// When all of the chain is over.
        package let deadline: ContinuousClock.Instant
        /// How long the chain may take at most by the configuration, whatever this caller has left.
        package let budget: Duration

        package init(deadline: ContinuousClock.Instant, budget: Duration) {
            (self.deadline, self.budget) = (deadline, budget)
        }
    }

    package typealias Ending = @Sendable (CallEnd) -> Void
    /// Gets a cookie that nobody uses, and the number of the instance that gave it.
    package typealias Leftover = @Sendable (_ module: Int, _ cookie: UInt64) -> Void

    private enum Stage {
        /// Between two links.
        case between
        /// Waiting for its turn at the instance.
        case queued
        /// A callback runs.
        case inside(Visit)
        /// A callback has returned and answers later.
        case pending(LateCall)
        case ended
    }

    private struct State {
        var run: ChainRun
        var call: KeptCall
        var link: Int
        var turn = 0
        var stage = Stage.between
        var timer: Timers.Token?
        var isCancelled = false
        var ending: Ending?
    }

    private let state: Mutex<State>
    private let modules: LoadedModules
    private let terms: Terms
    private let leftover: Leftover

    /// - Parameters:
    ///   - link: who is asked next.
    ///   - call: the arguments as that link sees them.
    ///   - leftover: gets the cookies of answers that come too late.
    package init(
        _ run: ChainRun, at link: Int, _ call: KeptCall, _ modules: LoadedModules, _ terms: Terms,
        leftover: @escaping Leftover = { _, _ in }
    ) {
        state = Mutex(State(run: run, call: call, link: link))
        (self.modules, self.terms, self.leftover) = (modules, terms, leftover)
    }

    /// Goes on.
    ///
    /// - Parameters:
    ///   - late: what the link has deferred already, on the caller's thread.
    ///   - ending: gets the result, once, on any thread. It must not wait.
    package func start(_ late: LateCall?, _ ending: @escaping Ending) {
        state.withLock { $0.ending = ending }
        guard let late else { return ask() }
        let (turn, instance) = begin(.pending(late))
        hear(turn, late, instance)
    }

    /// The caller has gone away. The module that has the call is told; the chain ends when it is done, as *cancelled*.
    package func cancel() {
        let current: (turn: Int, stage: Stage, instance: any ChainMember)? = state.withLock { state in
            if state.isCancelled { return nil }
            state.isCancelled = true
            return (state.turn, state.stage, instanceAsked(state))
        }
        guard let current else { return }
        switch current.stage {
        case .queued: settle(current.turn, Said(own: nil))
        case .inside: current.instance.place.counters.note(.cancelled)
        case .pending(let late): tell(late, current.instance)
        case .between, .ended: break
        }
    }

    private func tell(_ late: LateCall, _ instance: any ChainMember) {
        if instance.cancel(late) { instance.place.counters.note(.cancelled) }
    }
}

/// The way of a link.
extension Flight {
    private func ask() {
        let (turn, instance) = begin(.queued)
        if state.withLock({ $0.isCancelled }) { return settle(turn, Said(own: nil)) }
        instance.place.gate.enter(
            Visit {
                [self] visit in
                enter(turn, visit)
            } refuse: { [self] in
                settle(turn, Said(own: .unavailable(.stuck)))
            })
    }

    /// Begins a turn, and its deadline.
    private func begin(_ stage: Stage) -> (turn: Int, instance: any ChainMember) {
        let (turn, instance) = state.withLock { state in
            state.turn += 1
            state.stage = stage
            return (state.turn, instanceAsked(state))
        }
        let own = instance.place.deadline.map { ContinuousClock.now + $0 } ?? terms.deadline
        let timer = modules.threads.timers.schedule(at: min(own, terms.deadline)) { [self] in expire(turn) }
        let isOver = state.withLock { state in
            if state.turn == turn { state.timer = timer }
            return state.turn != turn
        }
        if isOver { modules.threads.timers.cancel(timer) }
        return (turn, instance)
    }

    private func instanceAsked(_ state: State) -> any ChainMember {
        modules.instances[state.run.chain.module(at: state.link) - 1]
    }

    /// On a worker, when it is this call's turn at the instance.
    private func enter(_ turn: Int, _ visit: Visit) {
        typealias Asked = (chain: Chain, link: Int, kind: ReplyKind, call: KeptCall, process: CallingProcess)
        let asked: Asked? = state.withLock { state in
            guard state.turn == turn else { return nil }
            state.stage = .inside(visit)
            return (state.run.chain, state.link, state.run.ready.rules.reply, state.call, state.run.process)
        }
        guard let asked else { return }
        let said = ChainRun.ask(asked.chain, asked.link, asked.kind, asked.call, asked.process)
        let instance = modules.instances[asked.chain.module(at: asked.link) - 1]
        guard case .pending(let late?) = said.own else { return returned(turn, said, instance) }
        let isWaited = state.withLock { state in
            guard state.turn == turn else { return false }
            state.stage = .pending(late)
            return true
        }
        isWaited ? hear(turn, late, instance) : abandon(late, instance)
    }

    private func returned(_ turn: Int, _ said: Said, _ instance: any ChainMember) {
        if let step = take(turn, said) { return go(step) }
        instance.place.counters.note(.tooLate)
        giveBack(said.cookies, instance)
    }

    private func giveBack(_ cookies: [UInt64], _ instance: any ChainMember) {
        for cookie in cookies { leftover(instance.number, cookie) }
    }

    /// Waits for what a module says late.
    private func hear(_ turn: Int, _ late: LateCall, _ instance: any ChainMember) {
        late.whenFinished { [self] said in
            guard let step = take(turn, said) else {
                giveBack(said.cookies, instance)
                return false
            }
            go(step)
            return true
        }
        if state.withLock({ $0.turn == turn && $0.isCancelled }) { tell(late, instance) }
    }

    /// Nobody waits for a late answer any more.
    private func abandon(_ late: LateCall, _ instance: any ChainMember) {
        let isUnheard = late.close { [leftover] cookies in
            for cookie in cookies { leftover(instance.number, cookie) }
        }
        if isUnheard { instance.place.counters.note(.tooLate) }
        _ = instance.cancel(late)
    }
}

/// The end of a link's turn.
extension Flight {
    /// What is to be done when a turn has ended.
    private struct Step {
        /// Where it was when it ended.
        let stage: Stage
        let instance: any ChainMember
        let timer: Timers.Token?
        /// Nil: the next link is asked.
        var end: (of: CallEnd, tell: Ending)?
    }

    private func settle(_ turn: Int, _ said: Said) {
        if let step = take(turn, said) { go(step) }
    }

    private func expire(_ turn: Int) {
        let isOver = terms.deadline <= .now
        guard let step = take(turn, Said(own: .unavailable(.late)), isLast: isOver) else { return }
        step.instance.place.counters.note(.deadline)
        switch step.stage {
        case .inside(let visit): step.instance.place.gate.watch(visit, budget: budget(of: step.instance))
        case .pending(let late): abandon(late, step.instance)
        case .between, .queued, .ended: break
        }
        go(step)
    }

    /// How long a callback may take before its module counts as stuck: what this caller had left is no measure.
    private func budget(of instance: any ChainMember) -> Duration {
        min(instance.place.deadline ?? terms.budget, terms.budget)
    }

    private func go(_ step: Step) {
        if let timer = step.timer { modules.threads.timers.cancel(timer) }
        guard let end = step.end else { return ask() }
        end.tell(end.of)
    }

    /// Ends a turn with what came of it. Nil: it is over already.
    ///
    /// - Parameter isLast: nobody else is asked.
    private func take(_ turn: Int, _ said: Said, isLast: Bool = false) -> Step? {
        state.withLock { state in
            guard state.turn == turn else { return nil }
            var step = Step(stage: state.stage, instance: instanceAsked(state), timer: state.timer)
            state.turn += 1
            (state.stage, state.timer) = (.between, nil)
            if let end = Self.settle(&state, said, step.stage, isLast) {
                state.stage = .ended
                step.end = state.ending.map { (end, $0) }
                state.ending = nil
            }
            return step
        }
    }

    /// Nil: the next link is asked.
    private static func settle(_ state: inout State, _ said: Said, _ stage: Stage, _ isLast: Bool) -> CallEnd? {
        if case .queued = stage, state.isCancelled { return state.run.cancelled }
        let end = state.run.settle(state.link, said)
        if state.isCancelled { return state.run.cancelled }
        if let end = end ?? (isLast ? state.run.allAsked : nil) { return state.run.end(end) }
        if let (field, json) = state.run.ready.rewritten(said.own) {
            state.call = ArgumentCopy.rewriting(
                state.call, state.run.ready.callback, size: state.run.chain.callSize, field, json)
        }
        state.link += 1
        return nil
    }
}
