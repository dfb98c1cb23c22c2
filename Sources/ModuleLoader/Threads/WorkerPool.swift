import Dispatch
import Foundation
import Synchronization

/// Threads that run what is handed to them, in order. They begin when there is work, and stay.
package final class WorkerPool: Sendable {
    package typealias Job = @Sendable () -> Void

    fileprivate struct State {
        /// How many threads work at once.
        let size: Int
        var ready = FIFO<Job>()
        var threads = 0
        /// Threads that wait, and that nobody has woken yet.
        var idle = 0
        /// Threads that are held by modules which do not come back. Others take their places.
        var lost = 0
        var isOver = false
    }

    /// How many threads work at once.
    package let size: Int
    private let name: String
    private let state: Mutex<State>
    private let calls = DispatchSemaphore(value: 0)

    package init(size: Int, name: String = "gatehouse worker") {
        (self.size, self.name) = (size, name)
        state = Mutex(State(size: size))
    }

    package func submit(_ job: @escaping Job) {
        change { if !$0.isOver { $0.ready.append(job) } }
    }

    /// A thread does not come back: another may take its place.
    func lose() { change { $0.lost += 1 } }

    /// It has come back after all.
    func regain() { state.withLock { $0.lost -= 1 } }

    /// Lets threads end that have nothing to do. What is not begun is never run.
    package func stop() {
        // Jobs may hold the pool, and are let go when its lock is.
        let (idle, _) = state.withLock { state in
            state.isOver = true
            defer { state.ready = FIFO() }
            return (state.idle, state.ready)
        }
        for _ in 0..<idle { calls.signal() }
    }
}

extension WorkerPool {
    /// Gets a thread for what there is to do after a change, if one may be had.
    private func change(_ change: (inout State) -> Void) {
        let help = state.withLock { state in
            change(&state)
            return state.help()
        }
        switch help {
        case .idle: calls.signal()
        case .new: Thread { [self] in run() }.start()
        case nil: break
        }
    }

    private func run() {
        Thread.current.name = name
        while true {
            switch state.withLock({ $0.next() }) {
            case .job(let job): job()
            case .wait: calls.wait()
            case .end: return change { _ in }  // whoever stays may have to do what this one was woken for
            }
        }
    }
}

extension WorkerPool.State {
    /// Who takes what is ready besides those who are at work.
    enum Help {
        case idle, new
    }

    enum Next {
        case job(WorkerPool.Job)
        case wait, end
    }

    private var limit: Int { size + lost }

    mutating func help() -> Help? {
        if ready.isEmpty || isOver { return nil }
        if idle > 0 {
            idle -= 1
            return .idle
        }
        if threads >= limit { return nil }
        threads += 1
        return .new
    }

    /// What a thread does next. It is one too many where others have come back.
    mutating func next() -> Next {
        if isOver || threads > limit {
            threads -= 1
            return .end
        }
        if let job = ready.popFirst() { return .job(job) }
        idle += 1
        return .wait
    }
}
