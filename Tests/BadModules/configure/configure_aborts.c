#include "../bad.h"
#include <stdio.h>
#include <stdlib.h>

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    fputs("the disk is on fire\n", stderr);
    abort();
}

static void spoil(struct bad *bad) { bad->module.configure = configure; }
