#include "../bad.h"

static gh_outcome join(void *self, const gh_user_may_join_room *call, gh_verdict_reply *reply)
{
    return gh_deny(reply);
}

/* What stands behind the sizes is not the host's business: it must not look. */
static void spoil(struct bad *bad)
{
    bad->module.size = offsetof(gh_module, third_party_rules);
    bad->module.third_party_rules = (const gh_third_party_rules_callbacks *)8;
    bad->spam_checker.size = offsetof(gh_spam_checker_callbacks, user_may_invite);
    bad->spam_checker.user_may_join_room = join;
    *(void **)&bad->spam_checker.user_may_invite = (void *)8;
}
