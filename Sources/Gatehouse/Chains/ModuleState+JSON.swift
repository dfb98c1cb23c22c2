package import JSONText

extension ModuleState {
    /// What a server says of how a module does.
    package var json: JSONValue {
        [
            "stuck": .bool(isStuck), "running": number(running), "waiting": number(waiting),
            "open_tickets": number(openTickets), "open_requests": number(openRequests),
            "deadlines_passed": number(deadlinesPassed),
            "cancellations": number(cancellations), "late_answers": number(lateAnswers),
            "unknown_tickets": number(unknownTickets), "slow_callbacks": number(slowCallbacks),
            "times_stuck": number(timesStuck),
        ]
    }

    private func number(_ count: Int) -> JSONValue { .integer(Int64(count)) }
}
