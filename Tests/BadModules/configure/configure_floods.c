#include "../bad.h"
#include <stdio.h>

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    static char line[1 << 20];
    memset(line, '.', sizeof line);
    line[sizeof line - 1] = '\n';
    for (int i = 0; i < 100; i++)
        fwrite(line, sizeof line, 1, stderr);
    return GH_NEXT;
}

static void spoil(struct bad *bad) { bad->module.configure = configure; }
