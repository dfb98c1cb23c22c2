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

#define GH_TEST_CALLBACKS(X) GH_TEST_SPAM_CHECKER(X) GH_TEST_THIRD_PARTY_RULES(X) GH_TEST_PRESENCE_ROUTER(X)

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
        return module->category && GH_HAS(module->category, name) && module->category->name;                           \
    }                                                                                                                  \
    static inline gh_outcome gh_test_ask_##name(                                                                       \
        const gh_module *module, void *self, const void *call, gh_test_reply *reply)                                   \
    {                                                                                                                  \
        void *answer = reply;                                                                                          \
        return module->category->name(self, (const gh_##name *)call, (gh_##kind##_reply *)answer);                     \
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
