#include "../bad.h"
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    umask(0777);
    clearenv();
    if (chdir("/proc") != 0) return GH_FAILED;
    return GH_NEXT;
}

static void spoil(struct bad *bad) { bad->module.configure = configure; }
