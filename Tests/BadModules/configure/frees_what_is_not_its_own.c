#include "../bad.h"
#include <stdlib.h>

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    free((void *)config.text.ptr);
    return GH_NEXT;
}

static void spoil(struct bad *bad) { bad->module.configure = configure; }
