/* A module whose records end early, as those of an older minor do. What stands behind the ends is no pointer. */
#include <gatehouse/gatehouse.h>

static gh_outcome user_may_join_room(void *self, const gh_user_may_join_room *call, gh_verdict_reply *reply)
{
    (void)self;
    return call->is_invited ? GH_NEXT : gh_deny_code(reply, call->user_id);
}

#define JUNK(type) ((type)(uintptr_t)0x6b6e756a6b6e756a)

static const gh_spam_checker_callbacks spam_checker = {
    .size = offsetof(gh_spam_checker_callbacks, user_may_invite),
    .user_may_join_room = user_may_join_room,
    .user_may_invite = JUNK(gh_outcome(*)(void *, const gh_user_may_invite *, gh_verdict_reply *)),
    .check_login_for_spam = JUNK(gh_outcome(*)(void *, const gh_check_login_for_spam *, gh_verdict_reply *)),
};

static const gh_module module = {
    .size = offsetof(gh_module, third_party_rules),
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("older"),
    .spam_checker = &spam_checker,
    .third_party_rules = JUNK(const gh_third_party_rules_callbacks *),
    .presence_router = JUNK(const gh_presence_router_callbacks *),
};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
