import CGatehouse
import CallbackChains
import ModuleLoader

extension Category {
    /// Synapse docs: modules/account_validity_callbacks. Its code has three more, for endpoints of old.
    static let accountValidity = unsafe Category(
        "account_validity", \gh_module.account_validity,
        [
            Entry(
                "is_user_expired", since: "1.39.0", gh_is_user_expired.self, \.is_user_expired, .truth, .firstAnswer,
                failure: .propagate, invalid: .fail,
                asked: """
                    Asked for every request with the token of a user, and before pushes; not at a login or a logout. \
                    Where nobody knows, the server's own feature is asked, if it is on.
                    """,
                [.text("user", \.user)]),
            Entry(
                "on_user_registration", since: "1.39.0", gh_on_user_registration.self, \.on_user_registration, .notice,
                .tellAll, failure: .propagate, invalid: .skip,
                asked: """
                    Told after a user was stored, also of application services. The user stays when a module fails.
                    """,
                [.text("user", \.user)]),
            Entry(
                "on_user_login", since: "1.98.0", gh_on_user_login.self, \.on_user_login, .notice, .tellAll,
                failure: .propagate, invalid: .skip,
                asked: """
                    Told at a login, when there is a device and a token; not at a registration. The device stays when \
                    a module fails.
                    """,
                [
                    .text("user_id", \.user_id), .text("auth_provider_type", \.auth_provider_type, nullable: true),
                    .text("auth_provider_id", \.auth_provider_id, nullable: true),
                ]),
            Entry(
                "on_legacy_send_mail", since: "1.39.0", gh_on_legacy_send_mail.self, \.on_legacy_send_mail, .notice,
                .exclusive, failure: .propagate, invalid: .skip,
                asked: "Told when a user asks an old endpoint for a renewal mail.",
                [.text("user_id", \.user_id)]),
            Entry(
                "on_legacy_renew", since: "1.39.0", gh_on_legacy_renew.self, \.on_legacy_renew, .renewal, .exclusive,
                failure: .propagate, invalid: .fail,
                asked: "Asked when somebody follows the link in a renewal mail. GH_NEXT: the token is not known.",
                [.text("renewal_token", \.renewal_token)]),
            Entry(
                "on_legacy_admin_request", since: "1.39.0", gh_on_legacy_admin_request.self,
                \.on_legacy_admin_request, .number, .exclusive, failure: .propagate, invalid: .fail,
                asked: """
                    Asked when an admin sets by an old endpoint how long an account is valid. The answer is sent as \
                    its new end, in milliseconds since 1970.
                    """,
                [.record("request", \.request, .request)]),
        ])
}
