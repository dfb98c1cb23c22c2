/* The kinds of answers: one reply type a kind, so that an answer of the wrong kind does not compile. */
#ifndef GATEHOUSE_ANSWER_H
#define GATEHOUSE_ANSWER_H

#include "reply.h"

#ifdef __cplusplus
extern "C" {
#endif

/* All kinds are laid out alike. The numbers name a kind when a reply is reopened (late.h). */
#define GH_REPLY_KIND(name)                                                                                            \
    typedef struct name {                                                                                              \
        gh_reply base;                                                                                                 \
    } name

GH_REPLY_KIND(gh_verdict_reply); /* deny */
GH_REPLY_KIND(gh_event_verdict_reply); /* deny, also with a text */
GH_REPLY_KIND(gh_code_reply); /* deny with a bare code */
GH_REPLY_KIND(gh_objection_reply); /* object: the callback says what that means */
GH_REPLY_KIND(gh_registration_reply); /* deny or shadow-ban */
GH_REPLY_KIND(gh_replacement_reply); /* deny or replace */
GH_REPLY_KIND(gh_rewriting_reply); /* rewrite */
GH_REPLY_KIND(gh_notice_reply); /* nothing to answer; it can fail */
GH_REPLY_KIND(gh_users_reply); /* users, or all users */
GH_REPLY_KIND(gh_presence_reply); /* who gets which presence */
GH_REPLY_KIND(gh_truth_reply); /* yes or no */
GH_REPLY_KIND(gh_text_reply); /* a text */
GH_REPLY_KIND(gh_number_reply); /* a whole number */
GH_REPLY_KIND(gh_object_reply); /* a JSON object */
GH_REPLY_KIND(gh_login_reply); /* who has logged in */
GH_REPLY_KIND(gh_renewal_reply); /* is a token good, and until when? */
GH_REPLY_KIND(gh_limits_reply); /* limits on uploads */
GH_REPLY_KIND(gh_override_reply); /* another rate limit */
GH_REPLY_KIND(gh_update_reply); /* a step of a background update begins */

#define GH_KIND_VERDICT ((uint64_t)1)
#define GH_KIND_EVENT_VERDICT ((uint64_t)2)
#define GH_KIND_CODE ((uint64_t)3)
#define GH_KIND_OBJECTION ((uint64_t)4)
#define GH_KIND_REGISTRATION ((uint64_t)5)
#define GH_KIND_REPLACEMENT ((uint64_t)6)
#define GH_KIND_REWRITING ((uint64_t)7)
#define GH_KIND_NOTICE ((uint64_t)8)
#define GH_KIND_USERS ((uint64_t)9)
#define GH_KIND_PRESENCE ((uint64_t)10)
#define GH_KIND_TRUTH ((uint64_t)11)
#define GH_KIND_TEXT ((uint64_t)12)
#define GH_KIND_NUMBER ((uint64_t)13)
#define GH_KIND_OBJECT ((uint64_t)14)
#define GH_KIND_LOGIN ((uint64_t)15)
#define GH_KIND_RENEWAL ((uint64_t)16)
#define GH_KIND_LIMITS ((uint64_t)17)
#define GH_KIND_OVERRIDE ((uint64_t)18)
#define GH_KIND_UPDATE ((uint64_t)19)

/* -- verdict: the plain refusal, one with a Matrix error code, one with further fields for the client's error body.
      `fields` is a JSON object; its field "error" is the text that the client sees. `code` and `msg` are no names.
      Fields need an error code. -- */

GH_CHECKED static inline gh_outcome gh_deny(gh_verdict_reply *reply)
{
    return reply->base.functions->deny(&reply->base, GH_NO_STR, GH_NO_JSON);
}

GH_CHECKED static inline gh_outcome gh_deny_code(gh_verdict_reply *reply, gh_str errcode)
{
    return reply->base.functions->deny(&reply->base, errcode, GH_NO_JSON);
}

GH_CHECKED static inline gh_outcome gh_deny_with(gh_verdict_reply *reply, gh_str errcode, gh_json fields)
{
    return reply->base.functions->deny(&reply->base, errcode, fields);
}

/* -- verdict on an event: as above, or M_FORBIDDEN with this text for the client -- */

GH_CHECKED static inline gh_outcome gh_event_deny(gh_event_verdict_reply *reply)
{
    return reply->base.functions->deny(&reply->base, GH_NO_STR, GH_NO_JSON);
}

GH_CHECKED static inline gh_outcome gh_event_deny_code(gh_event_verdict_reply *reply, gh_str errcode)
{
    return reply->base.functions->deny(&reply->base, errcode, GH_NO_JSON);
}

GH_CHECKED static inline gh_outcome gh_event_deny_with(gh_event_verdict_reply *reply, gh_str errcode, gh_json fields)
{
    return reply->base.functions->deny(&reply->base, errcode, fields);
}

GH_CHECKED static inline gh_outcome gh_event_deny_text(gh_event_verdict_reply *reply, gh_str text)
{
    return reply->base.functions->deny_with_text(&reply->base, text);
}

/* -- code: a refusal with a Matrix error code and nothing else -- */

GH_CHECKED static inline gh_outcome gh_code_deny(gh_code_reply *reply, gh_str errcode)
{
    return reply->base.functions->deny(&reply->base, errcode, GH_NO_JSON);
}

/* -- objection -- */

GH_CHECKED static inline gh_outcome gh_object(gh_objection_reply *reply)
{
    return reply->base.functions->deny(&reply->base, GH_NO_STR, GH_NO_JSON);
}

/* -- registration -- */

GH_CHECKED static inline gh_outcome gh_registration_deny(gh_registration_reply *reply)
{
    return reply->base.functions->deny(&reply->base, GH_NO_STR, GH_NO_JSON);
}

GH_CHECKED static inline gh_outcome gh_registration_shadow_ban(gh_registration_reply *reply)
{
    return reply->base.functions->shadow_ban(&reply->base);
}

/* -- replacement: refuse the event, or allow this whole event (a JSON object) in its stead -- */

GH_CHECKED static inline gh_outcome gh_replacement_deny(gh_replacement_reply *reply)
{
    return reply->base.functions->deny(&reply->base, GH_NO_STR, GH_NO_JSON);
}

GH_CHECKED static inline gh_outcome gh_replace(gh_replacement_reply *reply, gh_json event)
{
    return reply->base.functions->give_object(&reply->base, event);
}

/* -- rewriting: go on with this JSON object; the modules that follow see it -- */

GH_CHECKED static inline gh_outcome gh_rewrite(gh_rewriting_reply *reply, gh_json object)
{
    return reply->base.functions->give_object(&reply->base, object);
}

/* -- users: add one at a time, or everyone -- */

GH_CHECKED static inline gh_outcome gh_users_add(gh_users_reply *reply, gh_str user_id)
{
    return reply->base.functions->add_user(&reply->base, user_id);
}

GH_CHECKED static inline gh_outcome gh_users_add_everyone(gh_users_reply *reply)
{
    return reply->base.functions->add_everyone(&reply->base);
}

/* -- presence: this user gets this state. With NULL the user gets an entry, and
      no state in it as long as none is added. -- */

GH_CHECKED static inline gh_outcome gh_presence_add(
    gh_presence_reply *reply, gh_str user_id, const gh_presence_state *state)
{
    return reply->base.functions->add_presence(&reply->base, user_id, state);
}

/* -- truth -- */

GH_CHECKED static inline gh_outcome gh_truth_give(gh_truth_reply *reply, gh_bool truth)
{
    return reply->base.functions->give_truth(&reply->base, truth);
}

/* -- text: it may be empty -- */

GH_CHECKED static inline gh_outcome gh_text_give(gh_text_reply *reply, gh_str text)
{
    return reply->base.functions->give_text(&reply->base, text);
}

/* -- number -- */

GH_CHECKED static inline gh_outcome gh_number_give(gh_number_reply *reply, int64_t number)
{
    return reply->base.functions->give_number(&reply->base, number);
}

/* -- object: an empty one is no answer, and the next module is asked -- */

GH_CHECKED static inline gh_outcome gh_object_give(gh_object_reply *reply, gh_json object)
{
    return reply->base.functions->give_object(&reply->base, object);
}

/* -- login: this user (a full user id) is in. A cookie comes back once: to post_login or to post_login_unused. It needs
      both in the module's table. -- */

GH_CHECKED static inline gh_outcome gh_log_in(gh_login_reply *reply, gh_str user_id)
{
    return reply->base.functions->log_in(&reply->base, user_id, NULL);
}

GH_CHECKED static inline gh_outcome gh_log_in_with(gh_login_reply *reply, gh_str user_id, uint64_t cookie)
{
    return reply->base.functions->log_in(&reply->base, user_id, &cookie);
}

/* -- renewal: is the token valid, was it used before, and when does the account end (milliseconds since 1970)? -- */

GH_CHECKED static inline gh_outcome gh_renew(
    gh_renewal_reply *reply, gh_bool valid, gh_bool stale, int64_t expiration_ts)
{
    return reply->base.functions->renew(&reply->base, valid, stale, expiration_ts);
}

/* -- limits: add one at a time; or say that there is none, which holds until one is added -- */

GH_CHECKED static inline gh_outcome gh_limits_add(gh_limits_reply *reply, const gh_media_upload_limit *limit)
{
    return reply->base.functions->add_limit(&reply->base, limit);
}

GH_CHECKED static inline gh_outcome gh_limits_none(gh_limits_reply *reply)
{
    return reply->base.functions->add_limit(&reply->base, NULL);
}

/* -- override -- */

GH_CHECKED static inline gh_outcome gh_override(gh_override_reply *reply, const gh_ratelimit_override *limit)
{
    return reply->base.functions->override_limit(&reply->base, limit);
}

/* -- update: the step may begin, and should take that long. A cookie comes back once: to on_update_left or to
      on_update_unused. It needs both in the module's table. -- */

GH_CHECKED static inline gh_outcome gh_open_update(gh_update_reply *reply, int64_t duration_ms)
{
    return reply->base.functions->open_update(&reply->base, duration_ms, NULL);
}

GH_CHECKED static inline gh_outcome gh_open_update_with(gh_update_reply *reply, int64_t duration_ms, uint64_t cookie)
{
    return reply->base.functions->open_update(&reply->base, duration_ms, &cookie);
}

#ifdef __cplusplus
}
#endif
#endif
