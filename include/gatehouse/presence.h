/* Presence of users. */
#ifndef GATEHOUSE_PRESENCE_H
#define GATEHOUSE_PRESENCE_H

#include "text.h"

typedef struct gh_presence_state {
    size_t size;
    gh_str user_id;
    gh_str state; /* "online", "unavailable", "offline", "org.matrix.msc3026.busy" */
    int64_t last_active_ts; /* milliseconds since 1970, as the other two */
    int64_t last_federation_update_ts;
    int64_t last_user_sync_ts;
    gh_str status_msg; /* may be absent */
    gh_bool currently_active;
} gh_presence_state;

/* Frozen. Records that may grow come as arrays of pointers. */
typedef struct gh_presence_states {
    const gh_presence_state *const *items;
    size_t count;
} gh_presence_states;

#endif
