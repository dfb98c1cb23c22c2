import CGatehouse
import CallbackChains
import ModuleLoader

extension Category {
    /// Synapse docs: modules/presence_router_callbacks.
    static let presenceRouter = unsafe Category(
        "presence_router", \gh_module.presence_router,
        together: [["get_users_for_states", "get_interested_users"]],
        [
            Entry(
                "get_users_for_states", since: "1.42.0", gh_get_users_for_states.self, \.get_users_for_states,
                .presence, .union, failure: .skip, invalid: .skip,
                asked: "Asked when presence is written, to find whom to tell.",
                [.records("state_updates", \.state_updates, .presenceState)]),
            Entry(
                "get_interested_users", since: "1.42.0", gh_get_interested_users.self, \.get_interested_users, .users,
                .unionOrAll, failure: .skip, invalid: .skip,
                asked: """
                    Asked when a user syncs: whose presence, besides their own, do they see? Where the answer is \
                    everyone, get_users_for_states must give this user an entry, or the sync fails.
                    """,
                [.text("user_id", \.user_id)]),
        ])
}
