/* Neither configured nor created: it keeps nothing. What was never made is never ended. */
#include <gatehouse/gatehouse.h>

static int times_destroyed = 0;

static void destroy(void *self)
{
    (void)self;
    times_destroyed++;
}

static gh_outcome user_may_create_room(void *self, const gh_user_may_create_room *call, gh_verdict_reply *reply)
{
    (void)call;
    if (self != NULL) return gh_fail(reply, GH_STR("it has an instance that nobody made"));
    return times_destroyed == 0 ? gh_deny(reply) : gh_fail(reply, GH_STR("it was destroyed"));
}

static const gh_spam_checker_callbacks spam_checker = {
    .size = sizeof spam_checker, .flags = GH_CONCURRENT, .user_may_create_room = user_may_create_room};

static const gh_module module = {
    .size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("bare"),
    .destroy = destroy,
    .spam_checker = &spam_checker,
};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
