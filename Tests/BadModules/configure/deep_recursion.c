#include "../bad.h"

static int fall(int depth)
{
    volatile char room[4096];
    room[0] = (char)depth;
    return fall(depth + 1) + room[0];
}

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply) { return 1 + fall(1); }

static void spoil(struct bad *bad) { bad->module.configure = configure; }
