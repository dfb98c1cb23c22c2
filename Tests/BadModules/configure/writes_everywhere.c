#include "../bad.h"
#include <unistd.h>

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    for (int descriptor = 1; descriptor < 64; descriptor++)
        if (write(descriptor, "hello\n", 6) < 0) continue;
    return GH_NEXT;
}

static void spoil(struct bad *bad) { bad->module.configure = configure; }
