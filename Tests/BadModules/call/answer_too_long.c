#include "../bad.h"

static char fields[(16 << 20) + 1];

static gh_outcome user_may_join_room(void *self, const gh_user_may_join_room *call, gh_verdict_reply *reply)
{
    memset(fields, ' ', sizeof fields);
    fields[0] = '{';
    fields[sizeof fields - 1] = '}';
    return gh_deny_with(reply, GH_M_FORBIDDEN, gh_make_json(gh_make_str(fields, sizeof fields)));
}

static void spoil(struct bad *bad) { bad->spam_checker.user_may_join_room = user_may_join_room; }
