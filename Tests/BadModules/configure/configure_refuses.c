#include "../bad.h"

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    return gh_refuse(reply, GH_STR("evil_users.3"), GH_STR("must be a user id"));
}

static void spoil(struct bad *bad) { bad->module.configure = configure; }
