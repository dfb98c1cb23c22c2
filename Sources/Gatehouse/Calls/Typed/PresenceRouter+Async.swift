// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
public import MatrixCallbacks
public import ModuleLoader

extension PresenceRouter {
    /// The same, for callers that may be suspended while modules work.
    public func getUsersForStates(
        stateUpdates: [PresenceState], deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> [String: Set<PresenceState>] {
        try await host.ask(Self.getUsersForStates, by: deadline) { arguments in
            arguments.records(stateUpdates)
        }.presence
    }
}

extension PresenceRouter {
    /// The same, for callers that may be suspended while modules work.
    public func getInterestedUsers(
        userID: String, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> InterestedUsers {
        try await host.ask(Self.getInterestedUsers, by: deadline) { arguments in
            arguments.text(userID)
        }.interestedUsers
    }
}
