#include "../bad.h"

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply) { return GH_ANSWERED; }

static void spoil(struct bad *bad) { bad->module.configure = configure; }
