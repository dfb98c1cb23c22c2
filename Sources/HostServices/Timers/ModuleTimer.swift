import ModuleLoader
import Synchronization

/// A timer of a module: waits, and comes into the instance when its time is there.
final class ModuleTimer: ModuleVisit {
    private enum Stage {
        case waiting
        /// On its way into the instance, or inside.
        case visiting
        case over
    }

    let number: UInt64
    /// Nil: it rings once.
    let interval: Duration?
    let call: ModuleCall
    private struct State {
        var stage = Stage.waiting
        /// Its next turn.
        var token: Timers.Token?
    }

    private let state = Mutex(State())
    private let forget: @Sendable (UInt64) -> Void

    /// - Parameter forget: gets the number of a timer that has rung for the last time.
    init(_ number: UInt64, _ interval: Duration?, _ call: ModuleCall, _ forget: @escaping @Sendable (UInt64) -> Void) {
        (self.number, self.interval, self.call, self.forget) = (number, interval, call, forget)
    }

    var name: String { "a timer" }

    /// Its time is there. False: its last turn is not over, and this one is left out. Nil: it is over.
    func ring() -> Bool? {
        state.withLock { state in
            switch state.stage {
            case .waiting:
                state.stage = .visiting
                return true
            case .visiting: return false
            case .over: return nil
            }
        }
    }

    func begin() -> Bool {
        let isDue = state.withLock { state in
            defer { if interval == nil { state.stage = .over } }
            return state.stage == .visiting
        }
        if isDue && interval == nil { forget(number) }
        return isDue
    }

    func end() { state.withLock { if $0.stage == .visiting { $0.stage = .waiting } } }

    /// Its next turn has been set. False: it is over, and there is none.
    func waits(for token: Timers.Token) -> Bool {
        state.withLock { state in
            state.token = token
            return state.stage != .over
        }
    }

    /// - Returns: whether it was not over, and the turn that was set.
    func cancel() -> (wasAlive: Bool, next: Timers.Token?) {
        state.withLock { state in
            defer { state.stage = .over }
            return (state.stage != .over, state.token)
        }
    }
}
