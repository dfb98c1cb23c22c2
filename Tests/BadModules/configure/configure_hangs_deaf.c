#include "../bad.h"
#include <signal.h>
#include <unistd.h>

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, NULL);
    signal(SIGTERM, SIG_IGN);
    for (;;)
        pause();
}

static void spoil(struct bad *bad) { bad->module.configure = configure; }
