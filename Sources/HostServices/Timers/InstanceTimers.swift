import Logging
import ModuleLoader
import Synchronization

/// The timers of one instance.
final class InstanceTimers: InstanceService {
    /// As many as an instance may have at a time.
    static let limit = 10_000

    private struct State {
        var timers: [UInt64: ModuleTimer] = [:]
        var lastNumber: UInt64 = 0
        var isOver = false
    }

    private let state = Mutex(State())
    private let client: ServiceClient

    init(_ client: ServiceClient) { self.client = client }

    func makeTable() -> ServiceTable { TimerTable.make(self) }

    /// - Parameter interval: nil: it is called once.
    /// - Returns: its number; 0: there are too many, or the instance ends.
    func start(after delay: Duration, every interval: Duration?, _ call: (_ number: UInt64) -> ModuleCall) -> UInt64 {
        let timer: ModuleTimer? = state.withLock { state in
            if state.isOver || state.timers.count >= Self.limit { return nil }
            state.lastNumber += 1
            let timer = ModuleTimer(
                state.lastNumber, interval, call(state.lastNumber), { [weak self] in self?.forget($0) })
            state.timers[state.lastNumber] = timer
            return timer
        }
        guard let timer else {
            client.logger.warning("it gets no timer: it has \(Self.limit), or it ends")
            return 0
        }
        schedule(timer, after: delay)
        return timer.number
    }

    /// - Returns: false: it has ended.
    func cancel(_ number: UInt64) -> Bool {
        guard let timer = state.withLock({ $0.timers.removeValue(forKey: number) }) else { return false }
        return cancel(timer)
    }

    private func cancel(_ timer: ModuleTimer) -> Bool {
        let (wasAlive, token) = timer.cancel()
        if let token { client.timers.cancel(token) }
        return wasAlive
    }

    func end() {
        let timers = state.withLock { state in
            defer { (state.isOver, state.timers) = (true, [:]) }
            return Array(state.timers.values)
        }
        for timer in timers { _ = cancel(timer) }
    }

    private func forget(_ number: UInt64) { state.withLock { _ = $0.timers.removeValue(forKey: number) } }

    private func schedule(_ timer: ModuleTimer, after delay: Duration) {
        let token = client.timers.schedule(at: .now + delay, isExact: true) { [self] in ring(timer) }
        if !timer.waits(for: token) { client.timers.cancel(token) }
    }

    private func ring(_ timer: ModuleTimer) {
        guard let isFree = timer.ring() else { return }
        if isFree { client.entrance.enter(timer) }
        if let interval = timer.interval { schedule(timer, after: interval) }
    }
}
