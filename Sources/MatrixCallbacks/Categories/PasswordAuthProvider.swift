import CGatehouse
import CallbackChains
import ModuleLoader

extension Category {
    /// Synapse docs: modules/password_auth_provider_callbacks.
    static let passwordAuthProvider = unsafe Category(
        "password_auth_provider", \gh_module.password_auth_provider,
        together: [["post_login", "post_login_unused"]],
        [
            Entry(
                "auth_checkers", since: "1.46.0", gh_auth_checkers.self, \.auth_checkers, .login, .firstAnswer,
                failure: .skip, invalid: .skip,
                asked: """
                    Asked for a login, and when a user confirms who they are; before the server looks at passwords of \
                    its own.
                    """,
                key: "login_type", cookie: postLogin,
                [
                    .text("username", \.username), .text("login_type", \.login_type),
                    .json("login_dict", \.login_dict),
                ]),
            Entry(
                "check_3pid_auth", since: "1.46.0", gh_check_3pid_auth.self, \.check_3pid_auth, .login, .firstAnswer,
                failure: .skip, invalid: .skip,
                asked: """
                    Asked for a login with a password and a third-party id, before the server looks up whose it is; \
                    not at a registration.
                    """,
                cookie: postLogin,
                [.text("medium", \.medium), .text("address", \.address), .text("password", \.password)]),
            Entry(
                "on_logged_out", since: "1.46.0", gh_on_logged_out.self, \.on_logged_out, .notice, .tellAll,
                failure: .skip, invalid: .skip, asked: "Told once for each token that was deleted.",
                [
                    .text("user_id", \.user_id), .text("device_id", \.device_id, nullable: true),
                    .text("access_token", \.access_token),
                ]),
            Entry(
                "get_username_for_registration", since: "1.52.0", gh_get_username_for_registration.self,
                \.get_username_for_registration, .text, .firstAnswer, failure: .fail500, invalid: .skip,
                asked: """
                    Asked when a client registers, before check_registration_for_spam; not for single sign-on, guests, \
                    application services and the admin API. The server lower-cases the answer and checks it.
                    """,
                [.json("uia_results", \.uia_results), .json("params", \.params)]),
            Entry(
                "get_displayname_for_registration", since: "1.54.0", gh_get_displayname_for_registration.self,
                \.get_displayname_for_registration, .text, .firstAnswer, failure: .fail500, invalid: .skip,
                asked: "Asked as get_username_for_registration is, after it.",
                [.json("uia_results", \.uia_results), .json("params", \.params)]),
            Entry(
                "is_3pid_allowed", since: "1.53.0", gh_is_3pid_allowed.self, \.is_3pid_allowed, .objection,
                .firstObjection, failure: .fail500, invalid: .skip,
                asked: """
                    Asked before a token is sent to a third-party id, and when a registration ends; not when the id is \
                    added. Where nobody objects, the server's own setting decides.
                    """,
                [.text("medium", \.medium), .text("address", \.address), .flag("registration", \.registration)]),
            Entry(
                "post_login", since: "1.46.0", gh_post_login.self, \.post_login, .rewriting, .giver,
                failure: .propagate, invalid: .fail,
                asked: """
                    Asked just before the response to a login is sent, when there is a device and a token; to change \
                    the response, rewrite it.
                    """,
                [.cookie("cookie", \.cookie), .json("login_response", \.login_response)]),
            Entry(
                "post_login_unused", since: "1.46.0", gh_post_login_unused.self, \.post_login_unused, .notice, .giver,
                failure: .skip, invalid: .skip,
                asked: """
                    Told in place of post_login when a cookie will not be used: its answer did not count, the login \
                    went no further, or the host shuts down.
                    """,
                [.cookie("cookie", \.cookie)]),
        ])

    private static let postLogin = Callback.CookieSlots(
        used: "password_auth_provider.post_login", unused: "password_auth_provider.post_login_unused")
}
