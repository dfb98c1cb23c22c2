package import CallbackChains
import Logging

/// The place of a member in its host: who it is there, where its calls wait for their turn, what it has deferred, and
/// what is counted of it.
package final class MemberPlace: Sendable {
    /// From 1, in the order of the chains.
    package let number: Int
    /// How long a call of it may take, where that is less than what its chain has left; nil: it may take all of that.
    package let deadline: Duration?
    /// Where calls wait that may not run on their caller's thread.
    package let gate: Gate
    package let counters: Counters
    /// How long it may be in one callback, or in anything else, before it counts as stuck.
    package let budget: Duration
    let timers: Timers
    let tickets = Tickets()
    let logger: Logger
    private let host: Int
    private let callers: CallersThreads

    /// - Parameters:
    ///   - isConcurrent: several threads may be in the member at once, whatever the callback.
    ///   - usual: the deadline of the host, for members that have none of their own.
    ///   - logger: says whose line it is.
    init(
        number: Int, _ threads: HostThreads, isConcurrent: Bool, deadline: Duration? = nil,
        usual: Duration = LoadedModules.usualDeadline, logger: Logger
    ) {
        (self.number, host, self.deadline, self.logger) = (number, threads.number, deadline, logger)
        (counters, timers, callers) = (Counters(logger), threads.timers, threads.callers)
        budget = deadline ?? usual
        gate = Gate(threads, isConcurrent: isConcurrent, counters)
    }

    /// Marks its calls.
    package func mark(isPrompt: Bool) -> ModuleMark { ModuleMark(host: host, module: number, isPrompt: isPrompt) }

    /// How many calls it has deferred and not finished.
    package var openTickets: Int { tickets.count }

    /// Nobody is in it, or will come back to it.
    var isAtRest: Bool { gate.isEmpty && openTickets == 0 }
}

/// Prompt callbacks that take long.
extension MemberPlace {
    /// One that has not come back yet.
    struct Hold: Sendable {
        /// Nil: the gate had let it in.
        fileprivate let visit: Visit?
        fileprivate let front: WorkerPool?
    }

    /// A callback of it has held its caller's thread for longer than it may.
    func holdsCaller(since entered: ContinuousClock.Instant) -> Hold {
        counters.note(.slow)
        let visit = Visit(inPlaceSince: entered)
        gate.adopt(visit, budget: budget)
        return Hold(visit: visit, front: callers.lose(to: number))
    }

    /// A callback of it has been on a worker for longer than it may, and its gate watches it.
    func holdsWorker() -> Hold {
        counters.note(.slow)
        callers.keepOff(number)
        return Hold(visit: nil, front: nil)
    }

    /// It has come back.
    func letsGo(_ hold: Hold) {
        callers.regain(from: number, hold.front)
        if let visit = hold.visit { gate.leave(visit) }
    }
}
