/* All callbacks, as data: their category, name, kind of reply and arguments. A test compares this list with the host's
   catalogue (`gatehouse callbacks --json`). */
#ifndef GATEHOUSE_TESTING_CALLBACKS_H
#define GATEHOUSE_TESTING_CALLBACKS_H

#include "fields.h"
#include "reply.h"

/* X(category, name, kind of reply, arguments) for each. */
#define GH_TEST_SPAM_CHECKER(X)                                                                                        \
    X(spam_checker, check_event_for_spam, event_verdict, GH_TEST_RECORD(event, event))                                 \
    X(spam_checker, should_drop_federated_event, objection, GH_TEST_RECORD(event, event))                              \
    X(spam_checker, user_may_join_room, verdict, GH_TEST_TEXT(user_id), GH_TEST_TEXT(room_id),                         \
        GH_TEST_FLAG(is_invited))                                                                                      \
    X(spam_checker, user_may_invite, verdict, GH_TEST_TEXT(inviter), GH_TEST_TEXT(invitee), GH_TEST_TEXT(room_id))     \
    X(spam_checker, federated_user_may_invite, verdict, GH_TEST_RECORD(event, event))                                  \
    X(spam_checker, user_may_send_3pid_invite, verdict, GH_TEST_TEXT(inviter), GH_TEST_TEXT(medium),                   \
        GH_TEST_TEXT(address), GH_TEST_TEXT(room_id))                                                                  \
    X(spam_checker, user_may_create_room, verdict, GH_TEST_TEXT(user_id), GH_TEST_VALUE(room_config))                  \
    X(spam_checker, user_may_create_room_alias, verdict, GH_TEST_TEXT(user_id), GH_TEST_TEXT(room_alias))              \
    X(spam_checker, user_may_publish_room, verdict, GH_TEST_TEXT(user_id), GH_TEST_TEXT(room_id))                      \
    X(spam_checker, user_may_send_state_event, code, GH_TEST_TEXT(user_id), GH_TEST_TEXT(room_id),                     \
        GH_TEST_TEXT(event_type), GH_TEST_TEXT(state_key), GH_TEST_VALUE(content))                                     \
    X(spam_checker, check_username_for_spam, objection, GH_TEST_RECORD(user_profile, user_profile),                    \
        GH_TEST_TEXT(requester_id))                                                                                    \
    X(spam_checker, check_registration_for_spam, registration, GH_TEST_MAYBE_VALUE(email_threepid),                    \
        GH_TEST_MAYBE_TEXT(username), GH_TEST_TUPLES(request_info, connection), GH_TEST_MAYBE_TEXT(auth_provider_id))  \
    X(spam_checker, check_media_file_for_spam, verdict, GH_TEST_MEDIA(file_wrapper),                                   \
        GH_TEST_RECORD(file_info, file_info))                                                                          \
    X(spam_checker, check_login_for_spam, verdict, GH_TEST_TEXT(user_id), GH_TEST_MAYBE_TEXT(device_id),               \
        GH_TEST_MAYBE_TEXT(initial_display_name), GH_TEST_TUPLES(request_info, connection),                            \
        GH_TEST_MAYBE_TEXT(auth_provider_id))

#define GH_TEST_THIRD_PARTY_RULES(X)                                                                                   \
    X(third_party_rules, check_event_allowed, replacement, GH_TEST_RECORD(event, event), GH_TEST_STATE(state_events))  \
    X(third_party_rules, on_create_room, rewriting, GH_TEST_RECORD(requester, requester),                              \
        GH_TEST_VALUE(request_content), GH_TEST_FLAG(is_requester_admin))                                              \
    X(third_party_rules, check_threepid_can_be_invited, objection, GH_TEST_TEXT(medium), GH_TEST_TEXT(address),        \
        GH_TEST_STATE(state_events))                                                                                   \
    X(third_party_rules, check_visibility_can_be_modified, objection, GH_TEST_TEXT(room_id),                           \
        GH_TEST_STATE(state_events), GH_TEST_TEXT(new_visibility))                                                     \
    X(third_party_rules, on_new_event, notice, GH_TEST_RECORD(event, event), GH_TEST_STATE(state_events))              \
    X(third_party_rules, check_can_shutdown_room, objection, GH_TEST_MAYBE_TEXT(user_id), GH_TEST_TEXT(room_id))       \
    X(third_party_rules, check_can_deactivate_user, objection, GH_TEST_TEXT(user_id), GH_TEST_FLAG(by_admin))          \
    X(third_party_rules, on_profile_update, notice, GH_TEST_TEXT(user_id), GH_TEST_RECORD(new_profile, profile_info),  \
        GH_TEST_FLAG(by_admin), GH_TEST_FLAG(deactivation))                                                            \
    X(third_party_rules, on_user_deactivation_status_changed, notice, GH_TEST_TEXT(user_id),                           \
        GH_TEST_FLAG(deactivated), GH_TEST_FLAG(by_admin))                                                             \
    X(third_party_rules, on_threepid_bind, notice, GH_TEST_TEXT(user_id), GH_TEST_TEXT(medium), GH_TEST_TEXT(address)) \
    X(third_party_rules, on_add_user_third_party_identifier, notice, GH_TEST_TEXT(user_id), GH_TEST_TEXT(medium),      \
        GH_TEST_TEXT(address))                                                                                         \
    X(third_party_rules, on_remove_user_third_party_identifier, notice, GH_TEST_TEXT(user_id), GH_TEST_TEXT(medium),   \
        GH_TEST_TEXT(address))

#define GH_TEST_PRESENCE_ROUTER(X)                                                                                     \
    X(presence_router, get_users_for_states, presence, GH_TEST_RECORDS(state_updates, presence_state))                 \
    X(presence_router, get_interested_users, users, GH_TEST_TEXT(user_id))

#define GH_TEST_ACCOUNT_VALIDITY(X)                                                                                    \
    X(account_validity, is_user_expired, truth, GH_TEST_TEXT(user))                                                    \
    X(account_validity, on_user_registration, notice, GH_TEST_TEXT(user))                                              \
    X(account_validity, on_user_login, notice, GH_TEST_TEXT(user_id), GH_TEST_MAYBE_TEXT(auth_provider_type),          \
        GH_TEST_MAYBE_TEXT(auth_provider_id))                                                                          \
    X(account_validity, on_legacy_send_mail, notice, GH_TEST_TEXT(user_id))                                            \
    X(account_validity, on_legacy_renew, renewal, GH_TEST_TEXT(renewal_token))                                         \
    X(account_validity, on_legacy_admin_request, number, GH_TEST_RECORD(request, request))

#define GH_TEST_PASSWORD_AUTH_PROVIDER(X)                                                                              \
    X(password_auth_provider, auth_checkers, login, GH_TEST_TEXT(username), GH_TEST_TEXT(login_type),                  \
        GH_TEST_VALUE(login_dict))                                                                                     \
    X(password_auth_provider, check_3pid_auth, login, GH_TEST_TEXT(medium), GH_TEST_TEXT(address),                     \
        GH_TEST_TEXT(password))                                                                                        \
    X(password_auth_provider, on_logged_out, notice, GH_TEST_TEXT(user_id), GH_TEST_MAYBE_TEXT(device_id),             \
        GH_TEST_TEXT(access_token))                                                                                    \
    X(password_auth_provider, get_username_for_registration, text, GH_TEST_VALUE(uia_results), GH_TEST_VALUE(params))  \
    X(password_auth_provider, get_displayname_for_registration, text, GH_TEST_VALUE(uia_results),                      \
        GH_TEST_VALUE(params))                                                                                         \
    X(password_auth_provider, is_3pid_allowed, objection, GH_TEST_TEXT(medium), GH_TEST_TEXT(address),                 \
        GH_TEST_FLAG(registration))                                                                                    \
    X(password_auth_provider, post_login, rewriting, GH_TEST_COOKIE(cookie), GH_TEST_VALUE(login_response))            \
    X(password_auth_provider, post_login_unused, notice, GH_TEST_COOKIE(cookie))

#define GH_TEST_MEDIA_REPOSITORY(X)                                                                                    \
    X(media_repository, get_media_config_for_user, object, GH_TEST_TEXT(user_id))                                      \
    X(media_repository, is_user_allowed_to_upload_media_of_size, objection, GH_TEST_TEXT(user_id),                     \
        GH_TEST_INTEGER_AS(size, file_size))                                                                           \
    X(media_repository, get_media_upload_limits_for_user, limits, GH_TEST_TEXT(user_id))                               \
    X(media_repository, on_media_upload_limit_exceeded, notice, GH_TEST_TEXT(user_id),                                 \
        GH_TEST_RECORD(limit, media_upload_limit), GH_TEST_INTEGER(sent_bytes), GH_TEST_INTEGER(attempted_bytes))

#define GH_TEST_BACKGROUND_UPDATE_CONTROLLER(X)                                                                        \
    X(background_update_controller, on_update, update, GH_TEST_TEXT(update_name), GH_TEST_TEXT(database_name),         \
        GH_TEST_FLAG(one_shot))                                                                                        \
    X(background_update_controller, default_batch_size, number, GH_TEST_TEXT(update_name),                             \
        GH_TEST_TEXT(database_name))                                                                                   \
    X(background_update_controller, min_batch_size, number, GH_TEST_TEXT(update_name), GH_TEST_TEXT(database_name))    \
    X(background_update_controller, on_update_left, notice, GH_TEST_COOKIE(cookie), GH_TEST_MAYBE_TEXT(error))         \
    X(background_update_controller, on_update_unused, notice, GH_TEST_COOKIE(cookie))

#define GH_TEST_ACCOUNT_DATA(X)                                                                                        \
    X(account_data, on_account_data_updated, notice, GH_TEST_TEXT(user_id), GH_TEST_MAYBE_TEXT(room_id),               \
        GH_TEST_TEXT(account_data_type), GH_TEST_VALUE(content))

#define GH_TEST_RATELIMIT(X)                                                                                           \
    X(ratelimit, get_ratelimit_override_for_user, override, GH_TEST_TEXT(user), GH_TEST_TEXT(limiter_name))

#define GH_TEST_UNSIGNED(X) X(unsigned, add_field_to_unsigned_callback, object, GH_TEST_RECORD(event, event))

#define GH_TEST_FEDERATION(X)                                                                                          \
    X(federation, on_event_delivered_over_federation, notice, GH_TEST_RECORD(delivery, delivery))

#define GH_TEST_CALLBACKS(X)                                                                                           \
    GH_TEST_SPAM_CHECKER(X)                                                                                            \
    GH_TEST_THIRD_PARTY_RULES(X)                                                                                       \
    GH_TEST_PRESENCE_ROUTER(X)                                                                                         \
    GH_TEST_ACCOUNT_VALIDITY(X)                                                                                        \
    GH_TEST_PASSWORD_AUTH_PROVIDER(X)                                                                                  \
    GH_TEST_MEDIA_REPOSITORY(X)                                                                                        \
    GH_TEST_BACKGROUND_UPDATE_CONTROLLER(X)                                                                            \
    GH_TEST_ACCOUNT_DATA(X) GH_TEST_RATELIMIT(X) GH_TEST_UNSIGNED(X) GH_TEST_FEDERATION(X)

/* Where a category's table stands in gh_module: under its name, but for one that is a word of C. */
#define GH_TEST_TABLE_spam_checker spam_checker
#define GH_TEST_TABLE_third_party_rules third_party_rules
#define GH_TEST_TABLE_presence_router presence_router
#define GH_TEST_TABLE_account_validity account_validity
#define GH_TEST_TABLE_password_auth_provider password_auth_provider
#define GH_TEST_TABLE_media_repository media_repository
#define GH_TEST_TABLE_background_update_controller background_update_controller
#define GH_TEST_TABLE_account_data account_data
#define GH_TEST_TABLE_ratelimit ratelimit
#define GH_TEST_TABLE_unsigned unsigned_fields
#define GH_TEST_TABLE_federation federation

#define GH_TEST_KIND_verdict GH_KIND_VERDICT
#define GH_TEST_KIND_event_verdict GH_KIND_EVENT_VERDICT
#define GH_TEST_KIND_code GH_KIND_CODE
#define GH_TEST_KIND_objection GH_KIND_OBJECTION
#define GH_TEST_KIND_registration GH_KIND_REGISTRATION
#define GH_TEST_KIND_replacement GH_KIND_REPLACEMENT
#define GH_TEST_KIND_rewriting GH_KIND_REWRITING
#define GH_TEST_KIND_notice GH_KIND_NOTICE
#define GH_TEST_KIND_users GH_KIND_USERS
#define GH_TEST_KIND_presence GH_KIND_PRESENCE
#define GH_TEST_KIND_truth GH_KIND_TRUTH
#define GH_TEST_KIND_text GH_KIND_TEXT
#define GH_TEST_KIND_number GH_KIND_NUMBER
#define GH_TEST_KIND_object GH_KIND_OBJECT
#define GH_TEST_KIND_login GH_KIND_LOGIN
#define GH_TEST_KIND_renewal GH_KIND_RENEWAL
#define GH_TEST_KIND_limits GH_KIND_LIMITS
#define GH_TEST_KIND_override GH_KIND_OVERRIDE
#define GH_TEST_KIND_update GH_KIND_UPDATE

typedef struct gh_test_callback {
    const char *name; /* "spam_checker.user_may_invite" */
    uint64_t kind; /* GH_KIND_... */
    gh_test_record arguments;
    int (*is_offered)(const gh_module *module);
    gh_outcome (*ask)(const gh_module *module, void *self, const void *call, gh_test_reply *reply);
} gh_test_callback;

#define GH_TEST_DEFINE_CALLBACK(category, name, kind, ...)                                                             \
    static inline int gh_test_offers_##name(const gh_module *module)                                                   \
    {                                                                                                                  \
        return module->GH_TEST_TABLE_##category && GH_HAS(module->GH_TEST_TABLE_##category, name) &&                   \
               module->GH_TEST_TABLE_##category->name;                                                                 \
    }                                                                                                                  \
    static inline gh_outcome gh_test_ask_##name(                                                                       \
        const gh_module *module, void *self, const void *call, gh_test_reply *reply)                                   \
    {                                                                                                                  \
        void *answer = reply;                                                                                          \
        return module->GH_TEST_TABLE_##category->name(self, (const gh_##name *)call, (gh_##kind##_reply *)answer);     \
    }                                                                                                                  \
    static inline const gh_test_callback *gh_test_callback_##name(void)                                                \
    {                                                                                                                  \
        typedef gh_##name gh_test_this;                                                                                \
        static const gh_test_callback callback = {#category "." #name, GH_TEST_KIND_##kind,                            \
            {sizeof(gh_test_this), {__VA_ARGS__}}, gh_test_offers_##name, gh_test_ask_##name};                         \
        return &callback;                                                                                              \
    }

GH_TEST_CALLBACKS(GH_TEST_DEFINE_CALLBACK)

/* The callbacks one after the other; NULL: no more. */
static inline const gh_test_callback *gh_test_callback_at(size_t place)
{
#define GH_TEST_LIST_CALLBACK(category, name, kind, ...) gh_test_callback_##name,
    static const gh_test_callback *(*const all[])(void) = {GH_TEST_CALLBACKS(GH_TEST_LIST_CALLBACK)};
#undef GH_TEST_LIST_CALLBACK
    return place < sizeof all / sizeof all[0] ? all[place]() : NULL;
}

static inline const gh_test_callback *gh_test_find_callback(gh_str name)
{
    const gh_test_callback *callback;
    for (size_t i = 0; (callback = gh_test_callback_at(i)) != NULL; i++) {
        if (gh_equal(name, gh_test_str(callback->name))) return callback;
    }
    return NULL;
}

#endif
