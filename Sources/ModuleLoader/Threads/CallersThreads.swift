package import CallbackChains
import Synchronization

/// Who may run on callers' threads: what is prompt, and keeps its word.
///
/// A member that holds a thread for long may not until it has come back: those who call it meanwhile wait for it as
/// for any other, with a deadline, and lose no thread to it.
package final class CallersThreads: Sendable {
    private struct State {
        var chains: [Chain] = []
        /// How many threads each member holds, callers' or not, by its number.
        var held: [Int: Int] = [:]
        var front: WorkerPool?
    }

    private let state = Mutex(State())

    /// Chains of this host, before they are run.
    package func add(_ chains: [Chain]) { state.withLock { $0.chains += chains.filter { $0.inPlace > 0 } } }

    /// Threads of a front that lets chains run on them: for each that a member holds they get another.
    package func lend(_ front: WorkerPool?) { state.withLock { $0.front = front } }

    /// A member holds a thread that is no caller's.
    func keepOff(_ member: Int) { change(member, by: 1) }

    /// A member holds a caller's thread. Returns the front that it is lost to.
    func lose(to member: Int) -> WorkerPool? {
        keepOff(member)
        let front = state.withLock { $0.front }
        front?.lose()
        return front
    }

    /// It has come back.
    func regain(from member: Int, _ front: WorkerPool?) {
        change(member, by: -1)
        front?.regain()
    }

    private func change(_ member: Int, by step: Int) {
        state.withLock { state in
            state.held[member, default: 0] += step
            let members = Set(state.held.filter { $0.value > 0 }.keys)
            for chain in state.chains { chain.keepOffCallers(members) }
        }
    }
}
