import Gatehouse

extension TypedCall {
    static let presenceRouter = [
        TypedCall(
            "presence_router.get_users_for_states", ["state_updates": [Sample.presenceJSON]],
            { host, _ in try .presence(host.presenceRouter.getUsersForStates(stateUpdates: [Sample.presence])) },
            { host, _ in try await .presence(host.presenceRouter.getUsersForStates(stateUpdates: [Sample.presence])) }),
        TypedCall(
            "presence_router.get_interested_users", ["user_id": "@a:x.org"],
            { host, _ in try .users(host.presenceRouter.getInterestedUsers(userID: "@a:x.org")) },
            { host, _ in try await .users(host.presenceRouter.getInterestedUsers(userID: "@a:x.org")) }),
    ]
}
