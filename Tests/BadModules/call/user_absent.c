#include "../bad.h"

static gh_outcome interested(void *self, const gh_get_interested_users *call, gh_users_reply *reply)
{
    (void)gh_users_add(reply, GH_STR("@bob:example.org"));
    return gh_users_add(reply, GH_NO_STR);
}

static gh_outcome states(void *self, const gh_get_users_for_states *call, gh_presence_reply *reply)
{
    return gh_presence_add(reply, GH_NO_STR, NULL);
}

static void spoil(struct bad *bad)
{
    bad->presence_router.get_interested_users = interested;
    bad->presence_router.get_users_for_states = states;
}
