/* What the operator says. */
#ifndef SETTINGS_H
#define SETTINGS_H

#include <gatehouse/gatehouse.h>

struct settings {
    int64_t events; /* a window */
    int64_t window; /* nanoseconds */
};

/* Reads the section into `settings`. GH_FAILED: what is wrong with it has been refused. */
gh_outcome read_settings(
    const gh_json_functions *json, gh_json config, struct settings *settings, gh_config_reply *reply);

#endif
