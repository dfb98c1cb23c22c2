#include "../bad.h"
#include <signal.h>

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    signal(SIGCHLD, SIG_IGN);
    signal(SIGPIPE, SIG_DFL);
    signal(SIGTERM, SIG_IGN);
    signal(SIGSEGV, SIG_IGN);
    return GH_NEXT;
}

static void spoil(struct bad *bad) { bad->module.configure = configure; }
