import CGatehouse
import CallbackChains
import ModuleLoader

extension Category {
    /// Synapse docs: modules/ratelimit_callbacks.
    static let ratelimit = unsafe Category(
        "ratelimit", \gh_module.ratelimit,
        [
            Entry(
                "get_ratelimit_override_for_user", since: "1.132.0", gh_get_ratelimit_override_for_user.self,
                \.get_ratelimit_override_for_user, .override, .firstAnswer, failure: .propagate, invalid: .fail,
                asked: "Asked at each check of a limit on invites that a user of this server runs into.",
                [.text("user", \.user), .text("limiter_name", \.limiter_name)])
        ])
}
