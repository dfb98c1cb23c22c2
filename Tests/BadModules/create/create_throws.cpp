#include "../bad.h"

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    throw "a tantrum";
}

static void spoil(struct bad *bad) { bad->module.create = create; }
