#include "../bad.h"
#include <unistd.h>

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    if (fork() == 0) {
        setsid();
        sleep(3);
        _exit(0);
    }
    return GH_NEXT;
}

static void spoil(struct bad *bad) { bad->module.configure = configure; }
