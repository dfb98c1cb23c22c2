/* A plain spam checker: two callbacks, no configuration, no instance. */
#include <gatehouse/gatehouse.h>

static gh_outcome user_may_join_room(void *self, const gh_user_may_join_room *call, gh_verdict_reply *reply)
{
    (void)self;
    if (call->is_invited || !gh_has_prefix(call->user_id, GH_STR("@evil"))) return GH_NEXT;
    return gh_deny_code(reply, GH_M_FORBIDDEN);
}

static gh_outcome check_event_for_spam(void *self, const gh_check_event_for_spam *call, gh_event_verdict_reply *reply)
{
    (void)self;
    return gh_has_suffix(call->event->sender, GH_STR(":spam.test")) ? gh_event_deny(reply) : GH_NEXT;
}

static const gh_spam_checker_callbacks spam_checker = {
    .size = sizeof spam_checker,
    .flags = GH_CONCURRENT | GH_PROMPT,
    .check_event_for_spam = check_event_for_spam,
    .user_may_join_room = user_may_join_room,
};

static const gh_module module = {
    .size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("plain"),
    .spam_checker = &spam_checker,
};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    if (host->major != GH_MAJOR) return gh_refuse_host(into, GH_STR("another major"));
    return gh_register(into, &module);
}
