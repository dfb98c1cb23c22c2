/* Every callback that this module offers, with the kind of its answers. */
#ifndef CALLBACKS_H
#define CALLBACKS_H

#define SPAM_CHECKER(_)                                                                                                \
    _(spam_checker, check_event_for_spam, event_verdict, event_verdict)                                                \
    _(spam_checker, should_drop_federated_event, objection, truth)                                                     \
    _(spam_checker, user_may_join_room, verdict, verdict)                                                              \
    _(spam_checker, user_may_invite, verdict, verdict)                                                                 \
    _(spam_checker, federated_user_may_invite, verdict, verdict)                                                       \
    _(spam_checker, user_may_send_3pid_invite, verdict, verdict)                                                       \
    _(spam_checker, user_may_create_room, verdict, verdict)                                                            \
    _(spam_checker, user_may_create_room_alias, verdict, verdict)                                                      \
    _(spam_checker, user_may_publish_room, verdict, verdict)                                                           \
    _(spam_checker, user_may_send_state_event, code, code)                                                             \
    _(spam_checker, check_username_for_spam, objection, truth)                                                         \
    _(spam_checker, check_registration_for_spam, registration, registration)                                           \
    _(spam_checker, check_media_file_for_spam, verdict, verdict)                                                       \
    _(spam_checker, check_login_for_spam, verdict, verdict)

/* on_create_room stands apart: its answer depends on the arguments. */
#define THIRD_PARTY_RULES(_)                                                                                           \
    _(third_party_rules, check_event_allowed, replacement, replacement)                                                \
    _(third_party_rules, check_threepid_can_be_invited, objection, objection)                                          \
    _(third_party_rules, check_visibility_can_be_modified, objection, objection)                                       \
    _(third_party_rules, on_new_event, notice, notice)                                                                 \
    _(third_party_rules, check_can_shutdown_room, objection, objection)                                                \
    _(third_party_rules, check_can_deactivate_user, objection, objection)                                              \
    _(third_party_rules, on_profile_update, notice, notice)                                                            \
    _(third_party_rules, on_user_deactivation_status_changed, notice, notice)                                          \
    _(third_party_rules, on_threepid_bind, notice, notice)                                                             \
    _(third_party_rules, on_add_user_third_party_identifier, notice, notice)                                           \
    _(third_party_rules, on_remove_user_third_party_identifier, notice, notice)

#define PRESENCE_ROUTER(_)                                                                                             \
    _(presence_router, get_users_for_states, presence, presence)                                                       \
    _(presence_router, get_interested_users, users, users)

#endif
