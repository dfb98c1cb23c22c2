#include "../bad.h"
#include <pthread.h>

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply) { pthread_exit(NULL); }

static void spoil(struct bad *bad) { bad->module.configure = configure; }
