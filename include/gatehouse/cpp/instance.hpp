// The class to derive from.
#ifndef GATEHOUSE_CPP_INSTANCE_HPP
#define GATEHOUSE_CPP_INSTANCE_HPP

#include "../gatehouse.h"
#include "failure.hpp"
#include "json.hpp"
#include "reply.hpp"

#include <string_view>

// The callbacks and their kinds of reply, in the order of the contract's tables.
#define GATEHOUSE_SPAM_CHECKER(CALLBACK)                                                                               \
    CALLBACK(check_event_for_spam, event_verdict)                                                                      \
    CALLBACK(should_drop_federated_event, objection)                                                                   \
    CALLBACK(user_may_join_room, verdict)                                                                              \
    CALLBACK(user_may_invite, verdict)                                                                                 \
    CALLBACK(federated_user_may_invite, verdict)                                                                       \
    CALLBACK(user_may_send_3pid_invite, verdict)                                                                       \
    CALLBACK(user_may_create_room, verdict)                                                                            \
    CALLBACK(user_may_create_room_alias, verdict)                                                                      \
    CALLBACK(user_may_publish_room, verdict)                                                                           \
    CALLBACK(user_may_send_state_event, code)                                                                          \
    CALLBACK(check_username_for_spam, objection)                                                                       \
    CALLBACK(check_registration_for_spam, registration)                                                                \
    CALLBACK(check_media_file_for_spam, verdict)                                                                       \
    CALLBACK(check_login_for_spam, verdict)

#define GATEHOUSE_THIRD_PARTY_RULES(CALLBACK)                                                                          \
    CALLBACK(check_event_allowed, replacement)                                                                         \
    CALLBACK(on_create_room, rewriting)                                                                                \
    CALLBACK(check_threepid_can_be_invited, objection)                                                                 \
    CALLBACK(check_visibility_can_be_modified, objection)                                                              \
    CALLBACK(on_new_event, notice)                                                                                     \
    CALLBACK(check_can_shutdown_room, objection)                                                                       \
    CALLBACK(check_can_deactivate_user, objection)                                                                     \
    CALLBACK(on_profile_update, notice)                                                                                \
    CALLBACK(on_user_deactivation_status_changed, notice)                                                              \
    CALLBACK(on_threepid_bind, notice)                                                                                 \
    CALLBACK(on_add_user_third_party_identifier, notice)                                                               \
    CALLBACK(on_remove_user_third_party_identifier, notice)

#define GATEHOUSE_PRESENCE_ROUTER(CALLBACK)                                                                            \
    CALLBACK(get_users_for_states, presence)                                                                           \
    CALLBACK(get_interested_users, users)

#define GATEHOUSE_ACCOUNT_VALIDITY(CALLBACK)                                                                           \
    CALLBACK(is_user_expired, truth)                                                                                   \
    CALLBACK(on_user_registration, notice)                                                                             \
    CALLBACK(on_user_login, notice)                                                                                    \
    CALLBACK(on_legacy_send_mail, notice)                                                                              \
    CALLBACK(on_legacy_renew, renewal)                                                                                 \
    CALLBACK(on_legacy_admin_request, number)

#define GATEHOUSE_PASSWORD_AUTH_PROVIDER(CALLBACK)                                                                     \
    CALLBACK(auth_checkers, login)                                                                                     \
    CALLBACK(check_3pid_auth, login)                                                                                   \
    CALLBACK(on_logged_out, notice)                                                                                    \
    CALLBACK(get_username_for_registration, text)                                                                      \
    CALLBACK(get_displayname_for_registration, text)                                                                   \
    CALLBACK(is_3pid_allowed, objection)                                                                               \
    CALLBACK(post_login, rewriting)                                                                                    \
    CALLBACK(post_login_unused, notice)

#define GATEHOUSE_MEDIA_REPOSITORY(CALLBACK)                                                                           \
    CALLBACK(get_media_config_for_user, object)                                                                        \
    CALLBACK(is_user_allowed_to_upload_media_of_size, objection)                                                       \
    CALLBACK(get_media_upload_limits_for_user, limits)                                                                 \
    CALLBACK(on_media_upload_limit_exceeded, notice)

#define GATEHOUSE_BACKGROUND_UPDATE_CONTROLLER(CALLBACK)                                                               \
    CALLBACK(on_update, update)                                                                                        \
    CALLBACK(default_batch_size, number)                                                                               \
    CALLBACK(min_batch_size, number)                                                                                   \
    CALLBACK(on_update_left, notice)                                                                                   \
    CALLBACK(on_update_unused, notice)

#define GATEHOUSE_ACCOUNT_DATA(CALLBACK) CALLBACK(on_account_data_updated, notice)

#define GATEHOUSE_RATELIMIT(CALLBACK) CALLBACK(get_ratelimit_override_for_user, override)

#define GATEHOUSE_UNSIGNED(CALLBACK) CALLBACK(add_field_to_unsigned_callback, object)

#define GATEHOUSE_FEDERATION(CALLBACK) CALLBACK(on_event_delivered_over_federation, notice)

#pragma GCC visibility push(hidden)
namespace gatehouse {

// What a module is. All but the name may be left out.
struct about {
    std::string_view name;
    std::string_view version = {};
    std::string_view vendor = {};
    std::string_view licence = {};
    std::string_view description = {};
    uint64_t flags = 0; // GH_CONCURRENT, GH_PROMPT
    const char *const *requires_services = nullptr; // ended by a null pointer
};

// Beside the callbacks a class may have:
//
//     static void configure(gatehouse::setup &)             looks at the configuration; nothing else, nothing is kept
//     Class(const gh_host &, gatehouse::settings &)         else its constructor takes the host alone
//     void cancel(uint64_t ticket) override                 nobody waits for this late answer any more
class instance {
  public:
    explicit instance(const gh_host &host) noexcept : host_(host) {}
    instance(const instance &) = delete;
    instance &operator=(const instance &) = delete;
    virtual ~instance() = default;

    // outcome user_may_invite(const gh_user_may_invite &call, verdict_reply &reply), and so on.
#define GATEHOUSE_VIRTUAL(name, kind)                                                                                  \
    virtual outcome name(const gh_##name &, kind##_reply &) { return outcome::next; }
    GATEHOUSE_SPAM_CHECKER(GATEHOUSE_VIRTUAL)
    GATEHOUSE_THIRD_PARTY_RULES(GATEHOUSE_VIRTUAL)
    GATEHOUSE_PRESENCE_ROUTER(GATEHOUSE_VIRTUAL)
    GATEHOUSE_ACCOUNT_VALIDITY(GATEHOUSE_VIRTUAL)
    GATEHOUSE_PASSWORD_AUTH_PROVIDER(GATEHOUSE_VIRTUAL)
    GATEHOUSE_MEDIA_REPOSITORY(GATEHOUSE_VIRTUAL)
    GATEHOUSE_BACKGROUND_UPDATE_CONTROLLER(GATEHOUSE_VIRTUAL)
    GATEHOUSE_ACCOUNT_DATA(GATEHOUSE_VIRTUAL)
    GATEHOUSE_RATELIMIT(GATEHOUSE_VIRTUAL)
    GATEHOUSE_UNSIGNED(GATEHOUSE_VIRTUAL)
    GATEHOUSE_FEDERATION(GATEHOUSE_VIRTUAL)
#undef GATEHOUSE_VIRTUAL
    virtual void cancel(uint64_t) {}

  protected:
    const gh_host &host() const noexcept { return host_; }

    json read(gh_json text) const noexcept { return json(text, host_.json); }

    void log(gh_log_level level, std::string_view message, json_text metadata = {}) const
    {
        host_.log(&host_, level, c(message), metadata.value);
    }

    int64_t now(gh_clock clock) const { return host_.now(&host_, clock); }

    // The state event of this type and key, or null. Throws where the host cannot tell.
    const gh_event *find(const gh_state *state, std::string_view type, std::string_view state_key) const
    {
        const gh_event *event = nullptr;
        return is_found(host_.state->get(state, c(type), c(state_key), &event)) ? event : nullptr;
    }

    // A table of further functions, or null: service<gh_http>("gatehouse.http/1").
    template <typename Functions> const Functions *service(std::string_view name) const
    {
        return static_cast<const Functions *>(host_.service(&host_, c(name)));
    }

  private:
    const gh_host &host_;
};

} // namespace gatehouse
#pragma GCC visibility pop

#endif
