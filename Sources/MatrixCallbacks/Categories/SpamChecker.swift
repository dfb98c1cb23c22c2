import CGatehouse
import CallbackChains
import ModuleLoader

extension Category {
    /// Synapse docs: modules/spam_checker_callbacks.
    static let spamChecker = unsafe Category(
        "spam_checker", \gh_module.spam_checker,
        [
            Entry(
                "check_event_for_spam", since: "1.37.0", gh_check_event_for_spam.self, \.check_event_for_spam,
                .eventVerdict, .firstObjection, failure: .propagate, invalid: .deny,
                asked: "Asked for each local event but m.room.member, and for every event that comes over federation.",
                [.record("event", \.event, .event)]),
            Entry(
                "should_drop_federated_event", since: "1.60.0", gh_should_drop_federated_event.self,
                \.should_drop_federated_event, .objection, .firstObjection, failure: .propagate, invalid: .deny,
                asked: "Asked for events that come over federation, after check_event_for_spam.",
                [.record("event", \.event, .event)]),
            Entry(
                "user_may_join_room", since: "1.45.0", gh_user_may_join_room.self, \.user_may_join_room, .verdict,
                .firstObjection, failure: .propagate, invalid: .deny,
                asked: """
                    Asked when a local user joins a room, and for the joins that spread a changed profile; not for \
                    server admins.
                    """,
                [.text("user_id", \.user_id), .text("room_id", \.room_id), .flag("is_invited", \.is_invited)]),
            Entry(
                "user_may_invite", since: "1.37.0", gh_user_may_invite.self, \.user_may_invite, .verdict,
                .firstObjection, failure: .propagate, invalid: .deny,
                asked: """
                    Asked for invites by user id, local ones and (after federated_user_may_invite) remote ones; \
                    not for server admins.
                    """,
                [.text("inviter", \.inviter), .text("invitee", \.invitee), .text("room_id", \.room_id)]),
            Entry(
                "federated_user_may_invite", since: "1.134.0", gh_federated_user_may_invite.self,
                \.federated_user_may_invite, .verdict, .firstObjection, failure: .propagate, invalid: .deny,
                asked: "Asked for invites that come over federation.",
                follows: .init(
                    callback: "spam_checker.user_may_invite",
                    arguments: [
                        ("inviter", ["event", "sender"]), ("invitee", ["event", "state_key"]),
                        ("room_id", ["event", "room_id"]),
                    ]),
                [.record("event", \.event, .event)]),
            Entry(
                "user_may_send_3pid_invite", since: "1.45.0", gh_user_may_send_3pid_invite.self,
                \.user_may_send_3pid_invite, .verdict, .firstObjection, failure: .propagate, invalid: .deny,
                asked: "Asked for invites by a third-party id that the identity server does not know.",
                [
                    .text("inviter", \.inviter), .text("medium", \.medium), .text("address", \.address),
                    .text("room_id", \.room_id),
                ]),
            Entry(
                "user_may_create_room", since: "1.37.0", gh_user_may_create_room.self, \.user_may_create_room, .verdict,
                .firstObjection, failure: .propagate, invalid: .deny,
                asked:
                    "Asked after on_create_room, and for room upgrades; not for server admins, but for their upgrades.",
                [.text("user_id", \.user_id), .json("room_config", \.room_config)]),
            Entry(
                "user_may_create_room_alias", since: "1.37.0", gh_user_may_create_room_alias.self,
                \.user_may_create_room_alias, .verdict, .firstObjection, failure: .propagate, invalid: .deny,
                asked: "Asked for every new alias, also one that a room is created with; not for application services.",
                [.text("user_id", \.user_id), .text("room_alias", \.room_alias)]),
            Entry(
                "user_may_publish_room", since: "1.37.0", gh_user_may_publish_room.self, \.user_may_publish_room,
                .verdict, .firstObjection, failure: .propagate, invalid: .deny,
                asked: "Asked for every write to a room's entry in the local directory, also when it is taken off.",
                [.text("user_id", \.user_id), .text("room_id", \.room_id)]),
            Entry(
                "user_may_send_state_event", since: "1.132.0", gh_user_may_send_state_event.self,
                \.user_may_send_state_event, .code, .firstObjection, failure: .propagate, invalid: .deny,
                asked: "Asked by the request that sets one state event, memberships included; not for server admins.",
                [
                    .text("user_id", \.user_id), .text("room_id", \.room_id), .text("event_type", \.event_type),
                    .text("state_key", \.state_key), .json("content", \.content),
                ]),
            Entry(
                "check_username_for_spam", since: "1.37.0", gh_check_username_for_spam.self, \.check_username_for_spam,
                .objection, .firstObjection, failure: .propagate, invalid: .deny,
                asked: "Asked for each result of a search in the user directory.",
                [.record("user_profile", \.user_profile, .userProfile), .text("requester_id", \.requester_id)]),
            Entry(
                "check_registration_for_spam", since: "1.37.0", gh_check_registration_for_spam.self,
                \.check_registration_for_spam, .registration, .firstObjection, failure: .propagate, invalid: .fail,
                asked: "Asked for every new user but those of application services.",
                [
                    .json("email_threepid", \.email_threepid, nullable: true),
                    .text("username", \.username, nullable: true),
                    .records("request_info", \.request_info, .connection, asTuples: true),
                    .text("auth_provider_id", \.auth_provider_id, nullable: true),
                ]),
            Entry(
                "check_media_file_for_spam", since: "1.37.0", gh_check_media_file_for_spam.self,
                \.check_media_file_for_spam, .verdict, .firstObjection, failure: .propagate, invalid: .deny,
                asked: """
                    Asked once for every file that is stored: uploads, remote files, thumbnails, previews of \
                    links. The client sees no code.
                    """,
                [.media("file_wrapper", \.file_wrapper), .record("file_info", \.file_info, .fileInfo)]),
            Entry(
                "check_login_for_spam", since: "1.87.0", gh_check_login_for_spam.self, \.check_login_for_spam, .verdict,
                .firstObjection, failure: .propagate, invalid: .deny,
                asked: "Asked for each login whose credentials are right, before there is a device.",
                [
                    .text("user_id", \.user_id), .text("device_id", \.device_id, nullable: true),
                    .text("initial_display_name", \.initial_display_name, nullable: true),
                    .records("request_info", \.request_info, .connection, asTuples: true),
                    .text("auth_provider_id", \.auth_provider_id, nullable: true),
                ]),
        ])
}
