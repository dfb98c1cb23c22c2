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

#define ACCOUNT_VALIDITY(_)                                                                                            \
    _(account_validity, is_user_expired, truth, bool)                                                                  \
    _(account_validity, on_user_registration, notice, notice)                                                          \
    _(account_validity, on_user_login, notice, notice)                                                                 \
    _(account_validity, on_legacy_send_mail, notice, notice)                                                           \
    _(account_validity, on_legacy_renew, renewal, renewal)                                                             \
    _(account_validity, on_legacy_admin_request, number, number)

#define PASSWORD_AUTH_PROVIDER(_)                                                                                      \
    _(password_auth_provider, auth_checkers, login, login)                                                             \
    _(password_auth_provider, check_3pid_auth, login, login)                                                           \
    _(password_auth_provider, on_logged_out, notice, notice)                                                           \
    _(password_auth_provider, get_username_for_registration, text, text)                                               \
    _(password_auth_provider, get_displayname_for_registration, text, text)                                            \
    _(password_auth_provider, is_3pid_allowed, objection, objection)                                                   \
    _(password_auth_provider, post_login, rewriting, response)                                                         \
    _(password_auth_provider, post_login_unused, notice, notice)

#define MEDIA_REPOSITORY(_)                                                                                            \
    _(media_repository, get_media_config_for_user, object, object)                                                     \
    _(media_repository, is_user_allowed_to_upload_media_of_size, objection, objection)                                 \
    _(media_repository, get_media_upload_limits_for_user, limits, limits)                                              \
    _(media_repository, on_media_upload_limit_exceeded, notice, notice)

#define BACKGROUND_UPDATE_CONTROLLER(_)                                                                                \
    _(background_update_controller, on_update, update, update)                                                         \
    _(background_update_controller, default_batch_size, number, number)                                                \
    _(background_update_controller, min_batch_size, number, number)                                                    \
    _(background_update_controller, on_update_left, notice, notice)                                                    \
    _(background_update_controller, on_update_unused, notice, notice)

#define ACCOUNT_DATA(_) _(account_data, on_account_data_updated, notice, notice)

#define RATELIMIT(_) _(ratelimit, get_ratelimit_override_for_user, override, override)

#define UNSIGNED(_) _(unsigned, add_field_to_unsigned_callback, object, object)

#define FEDERATION(_) _(federation, on_event_delivered_over_federation, notice, notice)

/* All of them. */
#define CALLBACKS(_)                                                                                                   \
    SPAM_CHECKER(_)                                                                                                    \
    THIRD_PARTY_RULES(_)                                                                                               \
    PRESENCE_ROUTER(_)                                                                                                 \
    ACCOUNT_VALIDITY(_)                                                                                                \
    PASSWORD_AUTH_PROVIDER(_)                                                                                          \
    MEDIA_REPOSITORY(_) BACKGROUND_UPDATE_CONTROLLER(_) ACCOUNT_DATA(_) RATELIMIT(_) UNSIGNED(_) FEDERATION(_)

/* Their tables, once the functions are there. */
#define SLOT(category, name, kind, answer) .name = name,
#define TABLE(category, LIST) static const gh_##category##_callbacks category = {.size = sizeof category, LIST(SLOT)};
#define TABLES                                                                                                         \
    static const gh_third_party_rules_callbacks third_party_rules = {                                                  \
        .size = sizeof third_party_rules, .on_create_room = on_create_room, THIRD_PARTY_RULES(SLOT)};                  \
    static const gh_unsigned_callbacks unsigned_fields = {.size = sizeof unsigned_fields, UNSIGNED(SLOT)};             \
    TABLE(spam_checker, SPAM_CHECKER)                                                                                  \
    TABLE(presence_router, PRESENCE_ROUTER)                                                                            \
    TABLE(account_validity, ACCOUNT_VALIDITY)                                                                          \
    TABLE(password_auth_provider, PASSWORD_AUTH_PROVIDER)                                                              \
    TABLE(media_repository, MEDIA_REPOSITORY)                                                                          \
    TABLE(background_update_controller, BACKGROUND_UPDATE_CONTROLLER)                                                  \
    TABLE(account_data, ACCOUNT_DATA)                                                                                  \
    TABLE(ratelimit, RATELIMIT)                                                                                        \
    TABLE(federation, FEDERATION)

/* And where they stand in the record. */
#define IN_RECORD                                                                                                      \
    .spam_checker = &spam_checker, .third_party_rules = &third_party_rules, .presence_router = &presence_router,       \
    .account_validity = &account_validity, .password_auth_provider = &password_auth_provider,                          \
    .media_repository = &media_repository, .background_update_controller = &background_update_controller,              \
    .account_data = &account_data, .ratelimit = &ratelimit, .unsigned_fields = &unsigned_fields,                       \
    .federation = &federation,

#endif
