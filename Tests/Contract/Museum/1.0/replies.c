/* Every helper for answers: the configuration says which one a callback uses. One callback for each kind of reply. */
#include <gatehouse/gatehouse.h>

#include <stdlib.h>

struct replies {
    const gh_host *host;
    size_t length;
    char helper[64];
};

static int uses(void *self, gh_str helper)
{
    struct replies *replies = self;
    return gh_equal(gh_make_str(replies->helper, replies->length), helper);
}

#define USES(helper) uses(self, GH_STR(#helper))
#define FIELDS GH_JSON("{\"error\":\"No \\\"spam\\\" here\",\"retry_after_ms\":2000}")

/* What all kinds have, and after it what is left: a helper of another kind. */
#define COMMON(reply)                                                                                                  \
    if (USES(next)) return GH_NEXT;                                                                                    \
    if (USES(gh_fail)) return gh_fail(reply, GH_STR("it does not work"));                                              \
    if (USES(gh_fail_with))                                                                                            \
    return gh_fail_with(reply, 429, GH_M_LIMIT_EXCEEDED, GH_STR("Too fast"), GH_JSON("{\"retry_after_ms\":2000}"))
#define LEFT(reply) return gh_fail(reply, GH_STR("this kind has no such helper"))

/* Gives the same answer late where the host takes late answers, and at once where it does not. */
static gh_outcome deny_late(const gh_host *host, gh_verdict_reply *reply)
{
    gh_late late;
    if (!host->late) return gh_deny_code(reply, GH_STR("TEST_LATE"));
    gh_outcome pending = gh_defer(reply, &late);
    if (pending != GH_PENDING) return pending;
    const gh_user_may_join_room *call = late.call;
    gh_verdict_reply *reopened = gh_reopen_verdict(host, late.ticket);
    gh_outcome outcome = GH_NEXT;
    if (reopened && !gh_is_cancelled(host, late.ticket) && gh_has_prefix(call->user_id, GH_STR("@")))
        outcome = gh_deny_code(reopened, GH_STR("TEST_LATE"));
    gh_finish(host, late.ticket, outcome);
    return pending;
}

static gh_outcome user_may_join_room(void *self, const gh_user_may_join_room *call, gh_verdict_reply *reply)
{
    (void)call;
    COMMON(reply);
    if (USES(gh_deny)) return gh_deny(reply);
    if (USES(gh_deny_code)) return gh_deny_code(reply, GH_M_EXCLUSIVE);
    if (USES(gh_deny_with)) return gh_deny_with(reply, GH_M_UNKNOWN, FIELDS);
    if (USES(gh_defer)) return deny_late(((struct replies *)self)->host, reply);
    LEFT(reply);
}

static gh_outcome check_event_for_spam(void *self, const gh_check_event_for_spam *call, gh_event_verdict_reply *reply)
{
    (void)call;
    COMMON(reply);
    if (USES(gh_event_deny)) return gh_event_deny(reply);
    if (USES(gh_event_deny_code)) return gh_event_deny_code(reply, GH_M_EXCLUSIVE);
    if (USES(gh_event_deny_with)) return gh_event_deny_with(reply, GH_M_UNKNOWN, FIELDS);
    if (USES(gh_event_deny_text)) return gh_event_deny_text(reply, GH_STR("No \xc3\xa9toile here"));
    LEFT(reply);
}

static gh_outcome user_may_send_state_event(void *self, const gh_user_may_send_state_event *call, gh_code_reply *reply)
{
    (void)call;
    COMMON(reply);
    if (USES(gh_code_deny)) return gh_code_deny(reply, GH_M_LIMIT_EXCEEDED);
    LEFT(reply);
}

static gh_outcome check_username_for_spam(void *self, const gh_check_username_for_spam *call, gh_objection_reply *reply)
{
    (void)call;
    COMMON(reply);
    if (USES(gh_object)) return gh_object(reply);
    LEFT(reply);
}

static gh_outcome check_registration_for_spam(
    void *self, const gh_check_registration_for_spam *call, gh_registration_reply *reply)
{
    (void)call;
    COMMON(reply);
    if (USES(gh_registration_deny)) return gh_registration_deny(reply);
    if (USES(gh_registration_shadow_ban)) return gh_registration_shadow_ban(reply);
    LEFT(reply);
}

static gh_outcome check_event_allowed(void *self, const gh_check_event_allowed *call, gh_replacement_reply *reply)
{
    (void)call;
    COMMON(reply);
    if (USES(gh_replacement_deny)) return gh_replacement_deny(reply);
    if (USES(gh_replace))
        return gh_replace(reply, GH_JSON("{\"type\":\"m.room.message\",\"content\":{\"body\":\"hi\"}}"));
    LEFT(reply);
}

static gh_outcome on_create_room(void *self, const gh_on_create_room *call, gh_rewriting_reply *reply)
{
    (void)call;
    COMMON(reply);
    if (USES(gh_rewrite)) return gh_rewrite(reply, GH_JSON("{\"name\":\"Another\",\"preset\":\"private_chat\"}"));
    LEFT(reply);
}

static gh_outcome on_new_event(void *self, const gh_on_new_event *call, gh_notice_reply *reply)
{
    (void)call;
    COMMON(reply);
    LEFT(reply);
}

static gh_outcome get_interested_users(void *self, const gh_get_interested_users *call, gh_users_reply *reply)
{
    COMMON(reply);
    if (USES(gh_users_add)) {
        gh_outcome outcome = gh_users_add(reply, GH_STR("@bob:a.test"));
        return outcome == GH_ANSWERED ? gh_users_add(reply, call->user_id) : outcome;
    }
    if (USES(gh_users_add_everyone)) return gh_users_add_everyone(reply);
    LEFT(reply);
}

static gh_outcome add_presence(gh_presence_reply *reply, gh_presence_states updates)
{
    gh_presence_state own = {
        .size = sizeof own,
        .user_id = GH_STR("@bot:a.test"),
        .state = GH_STR("unavailable"),
        .last_active_ts = 1,
        .last_federation_update_ts = 2,
        .last_user_sync_ts = 3,
        .status_msg = GH_STR("away"),
        .currently_active = 1,
    };
    gh_outcome outcome = gh_presence_add(reply, GH_STR("@nothing:a.test"), NULL);
    if (outcome == GH_ANSWERED) outcome = gh_presence_add(reply, GH_STR("@bob:a.test"), &own);
    for (size_t i = 0; outcome == GH_ANSWERED && i < updates.count; i++)
        outcome = gh_presence_add(reply, GH_STR("@bob:a.test"), updates.items[i]);
    return outcome;
}

static gh_outcome get_users_for_states(void *self, const gh_get_users_for_states *call, gh_presence_reply *reply)
{
    COMMON(reply);
    if (USES(gh_presence_add)) return add_presence(reply, call->state_updates);
    LEFT(reply);
}

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    struct replies *replies = malloc(sizeof *replies);
    gh_json helper;
    if (!replies) return gh_refuse(reply, GH_STR(""), GH_STR("there is no memory"));
    replies->host = host;
    if (host->json->get(config, GH_STR("/helper"), &helper) != GH_FOUND ||
        host->json->unescape(helper, replies->helper, sizeof replies->helper, &replies->length) != GH_FOUND) {
        free(replies);
        return gh_refuse(reply, GH_STR("helper"), GH_STR("must be the name of a helper"));
    }
    *self = replies;
    return GH_NEXT;
}

static void destroy(void *self) { free(self); }

static void cancel(void *self, uint64_t ticket)
{
    (void)self;
    (void)ticket;
}

static const gh_spam_checker_callbacks spam_checker = {
    .size = sizeof spam_checker,
    .check_event_for_spam = check_event_for_spam,
    .user_may_join_room = user_may_join_room,
    .user_may_send_state_event = user_may_send_state_event,
    .check_username_for_spam = check_username_for_spam,
    .check_registration_for_spam = check_registration_for_spam,
};

static const gh_third_party_rules_callbacks third_party_rules = {
    .size = sizeof third_party_rules,
    .check_event_allowed = check_event_allowed,
    .on_create_room = on_create_room,
    .on_new_event = on_new_event,
};

static const gh_presence_router_callbacks presence_router = {
    .size = sizeof presence_router,
    .get_users_for_states = get_users_for_states,
    .get_interested_users = get_interested_users,
};

static const gh_module module = {
    .size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("replies"),
    .version = GH_STR_INIT("1.0.0"),
    .flags = GH_CONCURRENT,
    .create = create,
    .destroy = destroy,
    .cancel = cancel,
    .spam_checker = &spam_checker,
    .third_party_rules = &third_party_rules,
    .presence_router = &presence_router,
};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
