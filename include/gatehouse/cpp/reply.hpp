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

} // namespace gatehouse
#pragma GCC visibility pop

#endif
