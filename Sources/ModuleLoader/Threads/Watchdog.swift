import CModuleCall
import CallbackChains
import Foundation
import Synchronization

/// Finds modules that have promised to return at once and do not. It samples what the threads say of themselves, so that
/// no call reads a clock.
///
/// It sees what takes over 9 ms, and some of what takes over 5: it looks every 2 ms as long as modules are called. When
/// none has been for a second it looks every 20 ms, and may miss the first callback after that if it takes less than 30.
///
/// One for the process: threads belong to no host. It rests where nobody has promised anything.
@safe final class Watchdog: Sendable {
    static let shared = Watchdog()

    private struct State {
        /// The instances of a host, by its number; theirs are their places and one.
        var hosts: [Int: [MemberPlace]] = [:]
        var isRunning = false
    }

    /// One callback on one thread.
    private struct Turn: Hashable {
        let thread: UInt32
        let number: UInt64
    }

    /// A callback that takes long.
    private struct Held {
        let place: MemberPlace
        let hold: MemberPlace.Hold
    }

    private let state = Mutex(State())
    private let start = ContinuousClock.now
    /// What "at once" is.
    private static let limit: Int64 = 5_000_000

    func watch(host: Int, _ places: [MemberPlace]) {
        let isFirst = state.withLock { state in
            state.hosts[host] = places
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
        var held: [Turn: Held] = [:]
        var lastBusy = ContinuousClock.now
        while isNeeded {
            let (stays, isBusy) = sample()
            follow(stays, &held)
            let now = ContinuousClock.now
            if isBusy { lastBusy = now }
            Thread.sleep(forTimeInterval: now - lastBusy < .seconds(1) ? 0.002 : 0.02)
        }
    }

    /// Tells instances of callbacks that have begun to take long, and of those that have come back.
    private func follow(_ stays: [Turn: cm_stay], _ held: inout [Turn: Held]) {
        for (turn, stay) in stays where held[turn] == nil {
            guard let place = place(ModuleMark(word: stay.module)) else { continue }
            let entered = start + .nanoseconds(stay.since)
            held[turn] = Held(
                place: place, hold: stay.is_worker ? place.holdsWorker() : place.holdsCaller(since: entered))
        }
        for (turn, ended) in held where stays[turn] == nil {
            held[turn] = nil
            ended.place.letsGo(ended.hold)
        }
    }

    private func place(_ mark: ModuleMark) -> MemberPlace? {
        state.withLock { state in
            guard let host = state.hosts[mark.host], host.indices.contains(mark.module - 1) else { return nil }
            return host[mark.module - 1]
        }
    }

    // - Safety: no more stays are written than there is room for.
    private func sample() -> ([Turn: cm_stay], isBusy: Bool) {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        let now = seconds * 1_000_000_000 + attoseconds / 1_000_000_000
        var isBusy = false
        let stays = unsafe [cm_stay](unsafeUninitializedCapacity: 256) { room, count in
            unsafe count = cm_stays(
                now, Self.limit, ModuleMark.promptBit, room.baseAddress, room.count, &isBusy)
        }
        let turns = stays.map { (Turn(thread: $0.thread, number: $0.turn), $0) }
        return (Dictionary(turns) { first, _ in first }, isBusy)
    }
}
