#include "../bad.h"
#include <unistd.h>

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    execl("/bin/true", "true", NULL);
    return GH_NEXT;
}

static void spoil(struct bad *bad) { bad->module.configure = configure; }
