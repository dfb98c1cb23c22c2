#include "../bad.h"
#include <stdexcept>

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    throw std::runtime_error("what a configuration");
}

static void spoil(struct bad *bad) { bad->module.configure = configure; }
