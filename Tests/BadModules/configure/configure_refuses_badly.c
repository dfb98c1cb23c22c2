#include "../bad.h"

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    return gh_refuse(reply, gh_make_str("\xFF", 1), gh_make_str("\xFF", 1));
}

static void spoil(struct bad *bad) { bad->module.configure = configure; }
