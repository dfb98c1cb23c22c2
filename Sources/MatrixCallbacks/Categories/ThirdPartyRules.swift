import CGatehouse
import CallbackChains
import ModuleLoader

extension Category {
    /// Synapse docs: modules/third_party_rules_callbacks.
    static let thirdPartyRules = unsafe Category(
        "third_party_rules", \gh_module.third_party_rules,
        [
            Entry(
                "check_event_allowed", since: "1.39.0", gh_check_event_allowed.self, \.check_event_allowed,
                .replacement, .firstObjectionOrReplacement, failure: .propagateWrapped, invalid: .fail,
                asked: """
                    Asked for every event that this server builds, and for templates of remote joins, leaves and \
                    knocks; before check_event_for_spam.
                    """,
                [.record("event", \.event, .event), .state("state_events", \.state_events)]),
            Entry(
                "on_create_room", since: "1.39.0", gh_on_create_room.self, \.on_create_room, .rewriting, .rewrite,
                failure: .deny403, invalid: .skip,
                asked: "Asked as the first step of creating a room; not for upgrades. To deny, fail.",
                [
                    .record("requester", \.requester, .requester), .json("request_content", \.request_content),
                    .flag("is_requester_admin", \.is_requester_admin),
                ]),
            Entry(
                "check_threepid_can_be_invited", since: "1.39.0", gh_check_threepid_can_be_invited.self,
                \.check_threepid_can_be_invited, .objection, .firstObjection, failure: .skip, invalid: .skip,
                asked: "Asked for every local invite by third-party id.",
                [.text("medium", \.medium), .text("address", \.address), .state("state_events", \.state_events)]),
            Entry(
                "check_visibility_can_be_modified", since: "1.39.0", gh_check_visibility_can_be_modified.self,
                \.check_visibility_can_be_modified, .objection, .firstObjection, failure: .skip, invalid: .skip,
                asked: """
                    Asked for every new room, with no state, and when a room is put into the directory; not when \
                    it is taken off.
                    """,
                [
                    .text("room_id", \.room_id), .state("state_events", \.state_events),
                    .text("new_visibility", \.new_visibility),
                ]),
            Entry(
                "on_new_event", since: "1.47.0", gh_on_new_event.self, \.on_new_event, .notice, .tellAll,
                failure: .skip, invalid: .skip,
                asked: "Told of every event that was stored, on every process.",
                [.record("event", \.event, .event), .state("state_events", \.state_events)]),
            Entry(
                "check_can_shutdown_room", since: "1.55.0", gh_check_can_shutdown_room.self, \.check_can_shutdown_room,
                .objection, .firstObjection, failure: .skip, invalid: .skip,
                asked: "Asked before a room is deleted; twice by the admin API.",
                [.text("user_id", \.user_id, nullable: true), .text("room_id", \.room_id)]),
            Entry(
                "check_can_deactivate_user", since: "1.55.0", gh_check_can_deactivate_user.self,
                \.check_can_deactivate_user, .objection, .firstObjection, failure: .skip, invalid: .skip,
                asked: "Asked as the first step of a deactivation.",
                [.text("user_id", \.user_id), .flag("by_admin", \.by_admin)]),
            Entry(
                "on_profile_update", since: "1.54.0", gh_on_profile_update.self, \.on_profile_update, .notice, .tellAll,
                failure: .skip, invalid: .skip,
                asked: "Told after a local user's profile changed, once a field.",
                [
                    .text("user_id", \.user_id), .record("new_profile", \.new_profile, .profileInfo),
                    .flag("by_admin", \.by_admin), .flag("deactivation", \.deactivation),
                ]),
            Entry(
                "on_user_deactivation_status_changed", since: "1.54.0", gh_on_user_deactivation_status_changed.self,
                \.on_user_deactivation_status_changed, .notice, .tellAll, failure: .skip, invalid: .skip,
                asked: "Told at the end of a deactivation, and of a reactivation.",
                [.text("user_id", \.user_id), .flag("deactivated", \.deactivated), .flag("by_admin", \.by_admin)]),
            Entry(
                "on_threepid_bind", since: "1.57.0", gh_on_threepid_bind.self, \.on_threepid_bind, .notice, .tellAll,
                failure: .skip, invalid: .skip,
                asked: "Told after on_add_user_third_party_identifier, which replaces it.",
                [.text("user_id", \.user_id), .text("medium", \.medium), .text("address", \.address)]),
            Entry(
                "on_add_user_third_party_identifier", since: "1.79.0", gh_on_add_user_third_party_identifier.self,
                \.on_add_user_third_party_identifier, .notice, .tellAll, failure: .skip, invalid: .skip,
                asked: "Told after a third-party id was added to a user of this server.",
                follows: .init(
                    callback: "third_party_rules.on_threepid_bind",
                    arguments: [("user_id", ["user_id"]), ("medium", ["medium"]), ("address", ["address"])]),
                [.text("user_id", \.user_id), .text("medium", \.medium), .text("address", \.address)]),
            Entry(
                "on_remove_user_third_party_identifier", since: "1.79.0", gh_on_remove_user_third_party_identifier.self,
                \.on_remove_user_third_party_identifier, .notice, .tellAll, failure: .skip, invalid: .skip,
                asked: "Told after a third-party id was taken from a user of this server.",
                [.text("user_id", \.user_id), .text("medium", \.medium), .text("address", \.address)]),
        ])
}
