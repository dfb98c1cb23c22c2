import ModuleLoader

/// How a loaded module does: what it has open now, and what the host has counted since it was loaded.
public struct ModuleState: Equatable, Sendable {
    /// The instance's name in the configuration.
    public let name: String
    /// A callback has not come back in time. Calls go by the rule for that until it does.
    public let isStuck: Bool
    /// Callbacks that run on worker threads now, or have held their callers' threads for over 5 ms.
    public let running: Int
    /// Calls that wait until the instance takes them.
    public let waiting: Int
    /// Calls that the module has deferred and not finished.
    public let openTickets: Int
    /// Requests of clients that the module has not answered, whether or not somebody still waits.
    public let openRequests: Int
    /// Calls whose deadline passed while the module had them.
    public let deadlinesPassed: Int
    /// Calls whose caller went away while the module had them.
    public let cancellations: Int
    /// Answers that came too late and were dropped.
    public let lateAnswers: Int
    /// Tickets that were finished a second time, or were none.
    public let unknownTickets: Int
    /// Callbacks that were seen to take over 5 ms although the module promises to return at once. Those of over 9 ms are
    /// seen as long as modules are called.
    public let slowCallbacks: Int
    /// How often the module was found stuck.
    public let timesStuck: Int

    init(_ member: any ChainMember, openRequests: Int) {
        let (place, counters) = (member.place, member.place.counters)
        (name, isStuck, openTickets) = (member.name, place.gate.isStuck, place.openTickets)
        (running, waiting) = place.gate.load
        self.openRequests = openRequests
        (deadlinesPassed, cancellations) = (counters[.deadline], counters[.cancelled])
        (lateAnswers, unknownTickets) = (counters[.tooLate], counters[.finishedTwice])
        (slowCallbacks, timesStuck) = (counters[.slow], counters[.stuck])
    }
}
