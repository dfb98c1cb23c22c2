import CModuleCall
import CallbackChains
import Logging
import Synchronization

/// The way into an instance for all that is no callback of a chain: timers, completions, requests of clients. They wait at
/// the instance's gate with all others.
///
/// What comes before `create` has returned waits until then. What comes after the end is not let in.
@safe package final class Entrance: Sendable {
    private enum Stage {
        case closed
        case open
        case over
    }

    private struct State {
        var stage = Stage.closed
        /// Came before `create` had returned.
        var early: [any ModuleVisit] = []
        /// On their way in, or inside.
        var pending = 0
    }

    private let state = Mutex(State())
    private let place: MemberPlace
    /// That of the instance. Nil: any number of threads may be inside.
    private let lock: CallLock?
    /// How often is tried again where the instance is stuck.
    private static let pause = Duration.milliseconds(100)

    init(_ place: MemberPlace, lock: CallLock?) { (self.place, self.lock) = (place, lock) }

    /// Lets a visit in when it is its turn, on a worker.
    package func enter(_ visit: any ModuleVisit) {
        let stage = state.withLock { state in
            state.pending += 1
            if state.stage == .closed { state.early.append(visit) }
            return state.stage
        }
        switch stage {
        case .closed: break
        case .open: wait(visit)
        case .over: leave(visit)
        }
    }

    /// `create` has returned.
    func open() {
        for visit in advance(to: .open) { wait(visit) }
    }

    /// Nobody is inside, or on the way in.
    var isEmpty: Bool { state.withLock { $0.pending == 0 } }

    /// Lets nobody in any more.
    func close() {
        for visit in advance(to: .over) { leave(visit) }
    }

    /// Who came too early for the stage before.
    private func advance(to stage: Stage) -> [any ModuleVisit] {
        state.withLock { state in
            defer { (state.stage, state.early) = (stage, []) }
            return state.early
        }
    }

    private func wait(_ visit: any ModuleVisit) {
        place.gate.enter(
            Visit(budget: place.budget) { [self] _ in
                letIn(visit)
            } refuse: { [self] in
                retry(visit)
            })
    }

    /// The instance is stuck. What is owed to it comes when it is not any more.
    private func retry(_ visit: any ModuleVisit) {
        if !visit.isWanted || state.withLock({ $0.stage == .over }) { return leave(visit) }
        _ = place.timers.schedule(at: .now + Self.pause) { [self] in wait(visit) }
    }

    // - Safety: the visit lives until the call has returned, and so does what it hands over.
    private func letIn(_ visit: any ModuleVisit) {
        defer { leave(visit) }
        if state.withLock({ $0.stage == .over }) { return }
        let knock = Knock(visit)
        var threw = false
        let call = visit.call
        var entry = unsafe cm_visit(
            function: call.function, context: call.context, argument: call.argument, lock: lock?.raw,
            module: place.mark(isPrompt: false).word,
            begins: { unsafe Unmanaged<Knock>.fromOpaque($0.unsafelyUnwrapped).takeUnretainedValue().visit.begin() },
            knock: Unmanaged.passUnretained(knock).toOpaque())
        withExtendedLifetime(knock) { unsafe cm_enter(&entry, &threw) }
        if threw { place.logger.warning("it threw in \(visit.name): \(unsafe String(cString: cm_exception_text()))") }
    }

    /// A visit is over, or never comes in.
    private func leave(_ visit: any ModuleVisit) {
        visit.end()
        state.withLock { $0.pending -= 1 }
    }

    private final class Knock: Sendable {
        let visit: any ModuleVisit
        init(_ visit: any ModuleVisit) { self.visit = visit }
    }
}
