// The kinds of replies. What they are given is copied in the call; return what they return.
#ifndef GATEHOUSE_CPP_REPLY_HPP
#define GATEHOUSE_CPP_REPLY_HPP

#include "../answer.h"
#include "../late.h"
#include "text.hpp"

#include <string_view>

#pragma GCC visibility push(hidden)
namespace gatehouse {

enum class [[nodiscard]] outcome : gh_outcome{
    next = GH_NEXT, // nothing against it: ask the next module
    answered = GH_ANSWERED,
    failed = GH_FAILED,
    pending = GH_PENDING,
};

// What all kinds have in common. `C` is the kind's C type.
template <typename C> class reply {
  public:
    using c_type = C;
    explicit reply(C *c_reply) noexcept : reply_(c_reply) {}

    C *c() const noexcept { return reply_; }

    outcome fail(std::string_view message) { return outcome(gh_fail(reply_, gatehouse::c(message))); }

    // With HTTP status, error code, the text for the client, and further fields (a JSON object).
    outcome fail_with(uint64_t status, std::string_view errcode, std::string_view message, json_text fields = {})
    {
        const gh_str code = gatehouse::c(errcode), text = gatehouse::c(message);
        return outcome(gh_fail_with(reply_, status, code, text, fields.value));
    }

    // Answers later, see late.h.
    outcome defer(gh_late &late) { return outcome(gh_defer(reply_, &late)); }

    // The process of the homeserver that calls, null where that is not known; is it for this call to do what should be
    // done once? See reply.h.
    const gh_process *process() const noexcept { return gh_process_of(reply_); }
    bool is_from_main() const noexcept { return gh_is_from_main(reply_) != 0; }

  private:
    C *reply_;
};

class verdict_reply : public reply<gh_verdict_reply> {
  public:
    using reply::reply;
    outcome deny() { return outcome(gh_deny(c())); }
    outcome deny_code(std::string_view errcode) { return outcome(gh_deny_code(c(), gatehouse::c(errcode))); }
    outcome deny_with(std::string_view errcode, json_text fields)
    {
        return outcome(gh_deny_with(c(), gatehouse::c(errcode), fields.value));
    }
};

class event_verdict_reply : public reply<gh_event_verdict_reply> {
  public:
    using reply::reply;
    outcome deny() { return outcome(gh_event_deny(c())); }
    outcome deny_code(std::string_view errcode) { return outcome(gh_event_deny_code(c(), gatehouse::c(errcode))); }
    outcome deny_text(std::string_view text) { return outcome(gh_event_deny_text(c(), gatehouse::c(text))); }
    outcome deny_with(std::string_view errcode, json_text fields)
    {
        return outcome(gh_event_deny_with(c(), gatehouse::c(errcode), fields.value));
    }
};

class code_reply : public reply<gh_code_reply> {
  public:
    using reply::reply;
    outcome deny(std::string_view errcode) { return outcome(gh_code_deny(c(), gatehouse::c(errcode))); }
};

class objection_reply : public reply<gh_objection_reply> {
  public:
    using reply::reply;
    outcome object() { return outcome(gh_object(c())); }
};

class registration_reply : public reply<gh_registration_reply> {
  public:
    using reply::reply;
    outcome deny() { return outcome(gh_registration_deny(c())); }
    outcome shadow_ban() { return outcome(gh_registration_shadow_ban(c())); }
};

class replacement_reply : public reply<gh_replacement_reply> {
  public:
    using reply::reply;
    outcome deny() { return outcome(gh_replacement_deny(c())); }
    outcome replace(json_text event) { return outcome(gh_replace(c(), event.value)); }
};

class rewriting_reply : public reply<gh_rewriting_reply> {
  public:
    using reply::reply;
    outcome rewrite(json_text object) { return outcome(gh_rewrite(c(), object.value)); }
};

class notice_reply : public reply<gh_notice_reply> {
  public:
    using reply::reply;
};

class users_reply : public reply<gh_users_reply> {
  public:
    using reply::reply;
    outcome add(std::string_view user_id) { return outcome(gh_users_add(c(), gatehouse::c(user_id))); }
    outcome add_everyone() { return outcome(gh_users_add_everyone(c())); }
};

class presence_reply : public reply<gh_presence_reply> {
  public:
    using reply::reply;
    outcome add(std::string_view user_id) { return outcome(gh_presence_add(c(), gatehouse::c(user_id), nullptr)); }
    outcome add(std::string_view user_id, const gh_presence_state &state)
    {
        return outcome(gh_presence_add(c(), gatehouse::c(user_id), &state));
    }
};

class truth_reply : public reply<gh_truth_reply> {
  public:
    using reply::reply;
    outcome give(bool truth) { return outcome(gh_truth_give(c(), truth)); }
};

class text_reply : public reply<gh_text_reply> {
  public:
    using reply::reply;
    outcome give(std::string_view text) { return outcome(gh_text_give(c(), gatehouse::c(text))); }
};

class number_reply : public reply<gh_number_reply> {
  public:
    using reply::reply;
    outcome give(int64_t number) { return outcome(gh_number_give(c(), number)); }
};

class object_reply : public reply<gh_object_reply> {
  public:
    using reply::reply;
    outcome give(json_text object) { return outcome(gh_object_give(c(), object.value)); }
};

class login_reply : public reply<gh_login_reply> {
  public:
    using reply::reply;
    outcome log_in(std::string_view user_id) { return outcome(gh_log_in(c(), gatehouse::c(user_id))); }
    outcome log_in(std::string_view user_id, uint64_t cookie)
    {
        return outcome(gh_log_in_with(c(), gatehouse::c(user_id), cookie));
    }
};

class renewal_reply : public reply<gh_renewal_reply> {
  public:
    using reply::reply;
    outcome renew(bool valid, bool stale, int64_t expiration_ts)
    {
        return outcome(gh_renew(c(), valid, stale, expiration_ts));
    }
};

class limits_reply : public reply<gh_limits_reply> {
  public:
    using reply::reply;
    outcome add(const gh_media_upload_limit &limit) { return outcome(gh_limits_add(c(), &limit)); }
    outcome none() { return outcome(gh_limits_none(c())); }
};

class override_reply : public reply<gh_override_reply> {
  public:
    using reply::reply;
    outcome give(double per_second, int64_t burst_count)
    {
        const gh_ratelimit_override limit = {sizeof limit, per_second, burst_count};
        return outcome(gh_override(c(), &limit));
    }
};

class update_reply : public reply<gh_update_reply> {
  public:
    using reply::reply;
    outcome open(int64_t duration_ms) { return outcome(gh_open_update(c(), duration_ms)); }
    outcome open(int64_t duration_ms, uint64_t cookie)
    {
        return outcome(gh_open_update_with(c(), duration_ms, cookie));
    }
};

} // namespace gatehouse
#pragma GCC visibility pop

#endif
