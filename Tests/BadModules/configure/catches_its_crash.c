#include "../bad.h"
#include <signal.h>

static void go_on(int signal) {}

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    signal(SIGSEGV, go_on);
    *(volatile int *)8 = 1;
    return GH_NEXT;
}

static void spoil(struct bad *bad) { bad->module.configure = configure; }
