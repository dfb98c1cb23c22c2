/* What a callback may answer, and what it may not. */
#ifndef ANSWERS_H
#define ANSWERS_H

#include "subject.h"

#define KIND(kind) ((gh_##kind##_reply *)(void *)reply)

static gh_outcome say_next(gh_reply *reply)
{
    (void)reply;
    return GH_NEXT;
}

static gh_outcome deny(gh_reply *reply) { return gh_deny(KIND(verdict)); }
static gh_outcome deny_code(gh_reply *reply) { return gh_deny_code(KIND(verdict), GH_STR("M_X")); }
static gh_outcome deny_with(gh_reply *reply)
{
    return gh_deny_with(KIND(verdict), GH_STR("M_X"), GH_JSON(" {\"error\": \"No\", \"n\": 1} "));
}
static gh_outcome deny_text(gh_reply *reply) { return gh_event_deny_text(KIND(event_verdict), GH_STR("a \"b\"")); }
static gh_outcome shadow_ban(gh_reply *reply) { return gh_registration_shadow_ban(KIND(registration)); }
static gh_outcome give_object(gh_reply *reply) { return gh_rewrite(KIND(rewriting), GH_JSON("{\"name\": \"B\"}")); }
static gh_outcome add_users(gh_reply *reply)
{
    if (gh_users_add(KIND(users), GH_STR("@c:x")) != GH_ANSWERED) return GH_FAILED;
    if (gh_users_add(KIND(users), GH_STR("@b:x")) != GH_ANSWERED) return GH_FAILED;
    return gh_users_add(KIND(users), GH_STR("@c:x"));
}
static gh_outcome add_everyone(gh_reply *reply)
{
    if (add_users(reply) != GH_ANSWERED) return GH_FAILED;
    return gh_users_add_everyone(KIND(users));
}

static gh_outcome add_presence(gh_reply *reply)
{
    const gh_get_users_for_states *call = (const gh_get_users_for_states *)subject.call;
    gh_presence_state busy = *call->state_updates.items[0];
    busy.state = GH_STR("busy");
    if (gh_presence_add(KIND(presence), GH_STR("@b:x"), NULL) != GH_ANSWERED) return GH_FAILED;
    if (gh_presence_add(KIND(presence), GH_STR("@c:x"), &busy) != GH_ANSWERED) return GH_FAILED;
    if (gh_presence_add(KIND(presence), GH_STR("@c:x"), &busy) != GH_ANSWERED) return GH_FAILED;
    return gh_presence_add(KIND(presence), GH_STR("@c:x"), call->state_updates.items[0]);
}

static gh_outcome fail(gh_reply *reply) { return gh_fail(KIND(verdict), GH_STR("it blew up")); }
static gh_outcome fail_with(gh_reply *reply)
{
    return gh_fail_with(KIND(verdict), 429, GH_M_LIMIT_EXCEEDED, GH_STR("Slow down"), GH_JSON("{\"n\": 1}"));
}
static gh_outcome fail_silently(gh_reply *reply)
{
    (void)reply;
    return GH_FAILED;
}

/* What no host takes. */
static gh_outcome wrong_outcome(gh_reply *reply)
{
    (void)reply;
    return 9;
}
static gh_outcome no_answer(gh_reply *reply)
{
    (void)reply;
    return GH_ANSWERED;
}
static gh_outcome next_with_answer(gh_reply *reply) { return deny(reply) == GH_ANSWERED ? GH_NEXT : GH_FAILED; }
static gh_outcome twice(gh_reply *reply) { return deny(reply) == GH_ANSWERED ? deny(reply) : GH_FAILED; }
static gh_outcome no_utf8(gh_reply *reply) { return gh_deny_code(KIND(verdict), GH_STR("\xff")); }
static gh_outcome no_object(gh_reply *reply) { return gh_rewrite(KIND(rewriting), GH_JSON("[]")); }
static gh_outcome no_json(gh_reply *reply) { return gh_rewrite(KIND(rewriting), GH_JSON("{")); }
static gh_outcome field_code(gh_reply *reply)
{
    return gh_deny_with(KIND(verdict), GH_STR("M_X"), GH_JSON("{\"code\": 1}"));
}
static gh_outcome status_200(gh_reply *reply)
{
    return gh_fail_with(KIND(verdict), 200, GH_STR("M_X"), GH_STR(""), GH_NO_JSON);
}
static gh_outcome fields_without_code(gh_reply *reply)
{
    return gh_deny_with(KIND(verdict), GH_NO_STR, GH_JSON("{\"n\": 1}"));
}
static gh_outcome code_without_status(gh_reply *reply)
{
    return gh_fail_with(KIND(verdict), 0, GH_STR("M_X"), GH_STR(""), GH_NO_JSON);
}
static gh_outcome next_after_failing(gh_reply *reply) { return fail(reply) == GH_FAILED ? GH_NEXT : GH_FAILED; }
static gh_outcome defer(gh_reply *reply)
{
    gh_late late;
    return gh_reply_defer(reply, &late);
}

#endif
