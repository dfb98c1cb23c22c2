import Foundation

/// Threads that run what is handed to them, in order. They begin when there is work, and stay.
package final class WorkerPool: @unchecked Sendable {
    package typealias Job = @Sendable () -> Void

    private struct State {
        var ready = FIFO<Job>()
        var threads = 0
        var idle = 0
        /// Threads that are held by modules which do not come back. Others take their places.
        var lost = 0
        var isOver = false
    }

    /// How many threads work at once.
    package let size: Int
    private let name: String
    private let condition = NSCondition()
    private var state = State()

    package init(size: Int, name: String = "gatehouse worker") { (self.size, self.name) = (size, name) }

    package func submit(_ job: @escaping Job) {
        condition.withLock {
            state.ready.append(job)
            wake()
        }
    }

    /// A thread does not come back: another may take its place.
    func lose() {
        condition.withLock {
            state.lost += 1
            wake()
        }
    }

    /// It has come back after all.
    func regain() { condition.withLock { state.lost -= 1 } }

    /// Lets threads end that have nothing to do. What is not begun is never run.
    package func stop() {
        condition.withLock {
            state.isOver = true
            condition.broadcast()
        }
    }

    private var isFull: Bool { state.threads >= size + state.lost }

    private func wake() {
        if state.ready.count > state.idle && !isFull && !state.isOver {
            state.threads += 1
            Thread { [self] in run() }.start()
        }
        condition.signal()
    }

    private func run() {
        Thread.current.name = name
        while let job = next() { job() }
    }

    /// Waits for a job. Nil: this thread is one too many.
    private func next() -> Job? {
        condition.withLock {
            while !state.isOver && state.threads <= size + state.lost {
                if let job = state.ready.popFirst() { return job }
                state.idle += 1
                condition.wait()
                state.idle -= 1
            }
            state.threads -= 1
            condition.signal()  // whoever stays may have to do what this one was woken for
            return nil
        }
    }
}
