/* The same as twin.cpp, with the helpers of the C headers. */
#include <gatehouse/gatehouse.h>

#include <string.h>

static gh_outcome user_may_join_room(void *self, const gh_user_may_join_room *call, gh_verdict_reply *reply)
{
    (void)self;
    if (!gh_equal(call->user_id, GH_STR("@user0999:example.org"))) return GH_NEXT;
    return gh_deny_code(reply, GH_M_FORBIDDEN);
}

static gh_outcome check_event_for_spam(void *self, const gh_check_event_for_spam *call, gh_event_verdict_reply *reply)
{
    const gh_host *host = self;
    gh_json body;
    if (host->json->get(call->event->text, GH_STR("/content/body"), &body) != GH_FOUND) return GH_NEXT;
    if (!memmem(body.text.ptr, body.text.len, "spam", 4)) return GH_NEXT;
    return gh_event_deny_code(reply, GH_M_FORBIDDEN);
}

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    (void)config;
    (void)reply;
    *self = (void *)host;
    return GH_NEXT;
}

static const gh_spam_checker_callbacks spam_checker = {
    .size = sizeof spam_checker,
    .user_may_join_room = user_may_join_room,
    .check_event_for_spam = check_event_for_spam,
};

static const gh_module module = {
    .size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("twin"),
    .flags = GH_CONCURRENT | GH_PROMPT,
    .create = create,
    .spam_checker = &spam_checker,
};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
