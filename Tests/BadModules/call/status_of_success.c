#include "../bad.h"

static gh_outcome user_may_join_room(void *self, const gh_user_may_join_room *call, gh_verdict_reply *reply)
{
    return gh_fail_with(reply, 200, GH_M_UNKNOWN, GH_STR("all is well"), GH_NO_JSON);
}

static void spoil(struct bad *bad) { bad->spam_checker.user_may_join_room = user_may_join_room; }
