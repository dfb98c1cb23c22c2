#include "../bad.h"

static gh_outcome interested(void *self, const gh_get_interested_users *call, gh_users_reply *reply) { return GH_NEXT; }

static gh_outcome states(void *self, const gh_get_users_for_states *call, gh_presence_reply *reply)
{
    const gh_presence_state state = {.size = 8};
    return gh_presence_add(reply, GH_STR("@bob:example.org"), &state);
}

static void spoil(struct bad *bad)
{
    bad->presence_router.get_interested_users = interested;
    bad->presence_router.get_users_for_states = states;
}
