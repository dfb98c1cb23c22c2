// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
public import MatrixCallbacks
public import ModuleLoader

extension PresenceRouter {
    /// The same, for callers that may be suspended while modules work.
    public func getUsersForStates(
        stateUpdates: [PresenceState]
    ) async throws(CallError) -> [String: Set<PresenceState>] {
        try host.ask(Self.getUsersForStates, mayWait: true) { arguments in
            arguments.records(stateUpdates)
        }.presence
    }
}

extension PresenceRouter {
    /// The same, for callers that may be suspended while modules work.
    public func getInterestedUsers(userID: String) async throws(CallError) -> InterestedUsers {
        try host.ask(Self.getInterestedUsers, mayWait: true) { arguments in
            arguments.text(userID)
        }.interestedUsers
    }
}
