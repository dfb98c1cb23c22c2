#include "../bad.h"

static void fill(int count)
{
    volatile char room[16];
    for (int i = 0; i < count; i++)
        room[i] = 'x';
}

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    fill(64);
    return GH_NEXT;
}

static void spoil(struct bad *bad) { bad->module.configure = configure; }
