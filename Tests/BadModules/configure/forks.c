#include "../bad.h"
#include <sys/wait.h>
#include <unistd.h>

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    pid_t child = fork();
    if (child == 0) _exit(0);
    waitpid(child, NULL, 0);
    return GH_NEXT;
}

static void spoil(struct bad *bad) { bad->module.configure = configure; }
