#include "../bad.h"

static gh_outcome user_may_join_room(void *self, const gh_user_may_join_room *call, gh_verdict_reply *reply)
{
    return gh_deny_code(reply, gh_make_str((const char *)8, 9));
}

static void spoil(struct bad *bad) { bad->spam_checker.user_may_join_room = user_may_join_room; }
