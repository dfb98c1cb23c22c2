#include "../bad.h"
#include <stdlib.h>

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply) { exit(0); }

static void spoil(struct bad *bad) { bad->module.configure = configure; }
