/// Synapse's older sections for modules. A module in one of them is asked for the callbacks of that time, and for no
/// others that it offers.
///
/// Synapse docs: configuration/config_documentation; its code: `synapse/config/spam_checker.py` and its neighbours.
package enum LegacySection: String, CaseIterable, Sendable {
    case spamChecker = "spam_checker"
    case thirdPartyEventRules = "third_party_event_rules"
    case presenceRouter = "presence.presence_router"
    case passwordProviders = "password_providers"

    /// As `category.callback`.
    package var callbacks: [String] {
        switch self {
        case .spamChecker:
            Self.of(
                "spam_checker", "check_event_for_spam", "user_may_invite", "federated_user_may_invite",
                "user_may_create_room", "user_may_create_room_alias", "user_may_publish_room",
                "check_username_for_spam", "check_registration_for_spam", "check_media_file_for_spam")
        case .thirdPartyEventRules:
            Self.of(
                "third_party_rules", "check_event_allowed", "on_create_room", "check_threepid_can_be_invited",
                "check_visibility_can_be_modified")
        case .presenceRouter: Self.of("presence_router", "get_users_for_states", "get_interested_users")
        case .passwordProviders:
            Self.of(
                "password_auth_provider", "auth_checkers", "check_3pid_auth", "on_logged_out", "post_login",
                "post_login_unused")
        }
    }

    private static func of(_ category: String, _ names: String...) -> [String] { names.map { "\(category).\($0)" } }
}
