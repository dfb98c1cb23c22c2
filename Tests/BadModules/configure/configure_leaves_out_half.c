#include "../bad.h"

static gh_outcome interested(void *self, const gh_get_interested_users *call, gh_users_reply *reply) { return GH_NEXT; }
static gh_outcome states(void *self, const gh_get_users_for_states *call, gh_presence_reply *reply) { return GH_NEXT; }

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    return gh_leave_out(setup, GH_STR("presence_router.get_interested_users"));
}

static void spoil(struct bad *bad)
{
    bad->module.configure = configure;
    bad->presence_router.get_interested_users = interested;
    bad->presence_router.get_users_for_states = states;
}
