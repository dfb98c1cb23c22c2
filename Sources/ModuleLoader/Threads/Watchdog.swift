import CModuleCall
import CallbackChains
import Foundation
import Synchronization

/// Names modules that have promised to return at once and do not. It samples what the threads say of themselves, so that
/// no call reads a clock.
///
/// One for the process: threads belong to no host. It rests where nobody has promised anything.
@safe final class Watchdog: Sendable {
    static let shared = Watchdog()

    private struct State {
        /// The counters of a host's instances, by its number; theirs are their places and one.
        var hosts: [Int: [Counters]] = [:]
        var isRunning = false
    }

    private let state = Mutex(State())
    private let start = ContinuousClock.now
    /// What "at once" is.
    private static let limit: Int64 = 5_000_000

    func watch(host: Int, _ counters: [Counters]) {
        let isFirst = state.withLock { state in
            state.hosts[host] = counters
            defer { state.isRunning = true }
            return !state.isRunning
        }
        if isFirst { Thread { [self] in run() }.start() }
    }

    func forget(host: Int) { state.withLock { _ = $0.hosts.removeValue(forKey: host) } }

    private var isNeeded: Bool {
        state.withLock { state in
            state.isRunning = !state.hosts.isEmpty
            return state.isRunning
        }
    }

    private func run() {
        Thread.current.name = "gatehouse watchdog"
        while isNeeded {
            let (marks, isBusy) = sample()
            for mark in marks where mark.isPrompt { counters(mark)?.note(.slow) }
            Thread.sleep(forTimeInterval: isBusy ? 0.002 : 0.02)
        }
    }

    private func counters(_ mark: ModuleMark) -> Counters? {
        state.withLock { state in
            guard let host = state.hosts[mark.host], host.indices.contains(mark.module - 1) else { return nil }
            return host[mark.module - 1]
        }
    }

    // - Safety: no more marks are written than there is room for.
    private func sample() -> ([ModuleMark], isBusy: Bool) {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        let now = seconds * 1_000_000_000 + attoseconds / 1_000_000_000
        var isBusy = false
        var marks = [UInt](repeating: 0, count: 64)
        let count = unsafe marks.withUnsafeMutableBufferPointer {
            unsafe cm_overdue(now, Self.limit, $0.baseAddress, $0.count, &isBusy)
        }
        return (marks.prefix(count).map { ModuleMark(word: $0) }, isBusy)
    }
}
