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

#ifdef __cplusplus
}
#endif
#endif
