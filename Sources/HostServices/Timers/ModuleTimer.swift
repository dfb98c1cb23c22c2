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
    private let stage = Mutex(Stage.waiting)
    private let forget: @Sendable (UInt64) -> Void

    /// - Parameter forget: gets the number of a timer that has rung for the last time.
    init(_ number: UInt64, _ interval: Duration?, _ call: ModuleCall, _ forget: @escaping @Sendable (UInt64) -> Void) {
        (self.number, self.interval, self.call, self.forget) = (number, interval, call, forget)
    }

    var name: String { "a timer" }

    /// Its time is there. False: its last turn is not over, and this one is left out. Nil: it is over.
    func ring() -> Bool? {
        stage.withLock { stage in
            switch stage {
            case .waiting:
                stage = .visiting
                return true
            case .visiting: return false
            case .over: return nil
            }
        }
    }

    func begin() -> Bool {
        let isDue = stage.withLock { stage in
            defer { if interval == nil { stage = .over } }
            return stage == .visiting
        }
        if isDue && interval == nil { forget(number) }
        return isDue
    }

    func end() { stage.withLock { if $0 == .visiting { $0 = .waiting } } }

    /// False: it was over.
    func cancel() -> Bool {
        stage.withLock { stage in
            defer { stage = .over }
            return stage != .over
        }
    }
}
