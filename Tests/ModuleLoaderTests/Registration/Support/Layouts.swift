import CGatehouse

@testable import ModuleLoader

extension TableLayout {
    /// The tables of the contract, with all of their callbacks in the order in which they stand there.
    static let all = [spamChecker, thirdPartyRules, presenceRouter]

    static let spamChecker = unsafe TableLayout(
        "spam_checker", MemoryLayout<gh_module>.offset(of: \.spam_checker),
        MemoryLayout<gh_spam_checker_callbacks>.size,
        [
            "check_event_for_spam", "should_drop_federated_event", "user_may_join_room", "user_may_invite",
            "federated_user_may_invite", "user_may_send_3pid_invite", "user_may_create_room",
            "user_may_create_room_alias", "user_may_publish_room", "user_may_send_state_event",
            "check_username_for_spam", "check_registration_for_spam", "check_media_file_for_spam",
            "check_login_for_spam",
        ])

    static let thirdPartyRules = unsafe TableLayout(
        "third_party_rules", MemoryLayout<gh_module>.offset(of: \.third_party_rules),
        MemoryLayout<gh_third_party_rules_callbacks>.size,
        [
            "check_event_allowed", "on_create_room", "check_threepid_can_be_invited",
            "check_visibility_can_be_modified", "on_new_event", "check_can_shutdown_room",
            "check_can_deactivate_user", "on_profile_update", "on_user_deactivation_status_changed",
            "on_threepid_bind", "on_add_user_third_party_identifier", "on_remove_user_third_party_identifier",
        ])

    static let presenceRouter = unsafe TableLayout(
        "presence_router", MemoryLayout<gh_module>.offset(of: \.presence_router),
        MemoryLayout<gh_presence_router_callbacks>.size, ["get_users_for_states", "get_interested_users"],
        together: [["get_users_for_states", "get_interested_users"]])

    static let passwordAuthProvider = unsafe TableLayout(
        "password_auth_provider", MemoryLayout<gh_module>.offset(of: \.password_auth_provider),
        MemoryLayout<gh_password_auth_provider_callbacks>.size,
        [
            "auth_checkers", "check_3pid_auth", "on_logged_out", "get_username_for_registration",
            "get_displayname_for_registration", "is_3pid_allowed", "post_login", "post_login_unused",
        ], together: [["post_login", "post_login_unused"]], keyed: "auth_checkers")

    static let backgroundUpdateController = unsafe TableLayout(
        "background_update_controller", MemoryLayout<gh_module>.offset(of: \.background_update_controller),
        MemoryLayout<gh_background_update_controller_callbacks>.size,
        ["on_update", "default_batch_size", "min_batch_size", "on_update_left", "on_update_unused"],
        together: [["on_update_left", "on_update_unused"]], required: "on_update", isOwned: true)

    private init(
        _ category: String, _ pointerOffset: Int?, _ size: Int, _ callbacks: [String],
        together: [[String]] = [], required: String? = nil, keyed: String? = nil, isOwned: Bool = false
    ) {
        self.init(
            category: category, pointerOffset: pointerOffset ?? -1, size: size,
            slots: callbacks.enumerated().map { Slot(callback: $1, offset: 16 + 8 * $0) }, together: together,
            required: required, keyed: keyed, isOwned: isOwned)
    }
}
