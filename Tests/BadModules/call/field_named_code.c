#include "../bad.h"

static gh_outcome user_may_join_room(void *self, const gh_user_may_join_room *call, gh_verdict_reply *reply)
{
    return gh_deny_with(reply, GH_M_FORBIDDEN, GH_JSON("{\"code\": 403}"));
}

static void spoil(struct bad *bad) { bad->spam_checker.user_may_join_room = user_may_join_room; }
