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

static gh_outcome give_truth(gh_reply *reply) { return gh_truth_give(KIND(truth), 2); }
static gh_outcome give_text(gh_reply *reply) { return gh_text_give(KIND(text), GH_STR("")); }
static gh_outcome give_number(gh_reply *reply) { return gh_number_give(KIND(number), -7); }
static gh_outcome give_fields(gh_reply *reply) { return gh_object_give(KIND(object), GH_JSON("{\"a\": 1}")); }
static gh_outcome give_no_fields(gh_reply *reply) { return gh_object_give(KIND(object), GH_JSON("{ }")); }
static gh_outcome log_in(gh_reply *reply) { return gh_log_in(KIND(login), GH_STR("@a:x")); }
static gh_outcome log_in_with(gh_reply *reply) { return gh_log_in_with(KIND(login), GH_STR("@a:x"), 7); }
static gh_outcome log_nobody_in(gh_reply *reply) { return gh_log_in(KIND(login), GH_STR("")); }
static gh_outcome renew(gh_reply *reply) { return gh_renew(KIND(renewal), 1, 0, 9); }
static gh_outcome open_update(gh_reply *reply) { return gh_open_update_with(KIND(update), 100, 7); }
static gh_outcome open_no_update(gh_reply *reply) { return gh_open_update(KIND(update), -1); }
static gh_outcome no_limits(gh_reply *reply) { return gh_limits_none(KIND(limits)); }
static gh_outcome add_limits(gh_reply *reply)
{
    gh_media_upload_limit limit = {sizeof limit, 1, 2, GH_STR("i"), 1};
    if (gh_limits_add(KIND(limits), &limit) != GH_ANSWERED) return GH_FAILED;
    limit.info_uri = GH_NO_STR;
    return gh_limits_add(KIND(limits), &limit);
}
static gh_outcome override_limit(gh_reply *reply)
{
    const gh_ratelimit_override limit = {sizeof limit, 0.5, 3};
    return gh_override(KIND(override), &limit);
}
static gh_outcome override_by_zero(gh_reply *reply)
{
    const gh_ratelimit_override limit = {sizeof limit, 0, 3};
    return gh_override(KIND(override), &limit);
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
