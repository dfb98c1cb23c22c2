#include "../bad.h"

static struct bad *record;

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    memset(record, 0xFF, sizeof *record);
    return GH_NEXT;
}

static void spoil(struct bad *bad)
{
    record = bad;
    bad->module.configure = configure;
}
