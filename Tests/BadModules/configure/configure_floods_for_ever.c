#include "../bad.h"
#include <unistd.h>

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    static char line[1 << 16];
    memset(line, '.', sizeof line);
    for (;;)
        if (write(2, line, sizeof line) < 0) pause();
}

static void spoil(struct bad *bad) { bad->module.configure = configure; }
