// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
public import MatrixCallbacks
public import ModuleLoader

extension Gatehouse {
    /// The callbacks of `presence_router`.
    public var presenceRouter: PresenceRouter { PresenceRouter(host: self) }
}

/// The callbacks of `presence_router`, as typed calls. Any thread may call.
///
/// The synchronous forms are for callers that cannot wait: they throw `CallError.mustWait` where a module of the
/// chain may take its time. All throw `CallError.failed` where a failure is handed on. `deadline` is when the
/// caller needs the result at the latest; the configuration's deadline holds in any case.
public struct PresenceRouter: Sendable {
    let host: Gatehouse

    static let getUsersForStates = 26
    static let getInterestedUsers = 27
}

extension PresenceRouter {
    /// Asked when presence is written, to find whom to tell.
    ///
    /// Synapse docs: since 1.42.0. Rule: union.
    public func getUsersForStates(stateUpdates: [PresenceState]) throws(CallError) -> [String: Set<PresenceState>] {
        try host.askAtOnce(Self.getUsersForStates) { arguments in
            arguments.records(stateUpdates)
        }.presence
    }
}

extension PresenceRouter {
    /// Asked when a user syncs: whose presence, besides their own, do they see? Where the answer is everyone,
    /// get_users_for_states must give this user an entry, or the sync fails.
    ///
    /// Synapse docs: since 1.42.0. Rule: union, with an all that ends it.
    public func getInterestedUsers(userID: String) throws(CallError) -> InterestedUsers {
        try host.askAtOnce(Self.getInterestedUsers) { arguments in
            arguments.text(userID)
        }.interestedUsers
    }
}
