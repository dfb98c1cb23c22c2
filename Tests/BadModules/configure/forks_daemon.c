#include "../bad.h"
#include <sys/wait.h>
#include <unistd.h>

/* Out of the host's session and process group, and nobody's child, as daemons do. */
static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    const pid_t child = fork();
    if (child == 0) {
        setsid();
        if (fork() != 0) _exit(0);
        for (;;)
            pause();
    }
    waitpid(child, NULL, 0);
    return GH_NEXT;
}

static void spoil(struct bad *bad) { bad->module.configure = configure; }
