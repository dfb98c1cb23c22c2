/* A Matrix event. */
#ifndef GATEHOUSE_EVENT_H
#define GATEHOUSE_EVENT_H

#include "text.h"

/*
 * The fields that modules ask for most, and the whole event as it came. In fields, a lone surrogate has become U+FFFD;
 * `text` is untouched.
 */
typedef struct gh_event {
    size_t size;
    gh_str event_id;
    gh_str room_id;
    gh_str room_version;
    gh_str sender;
    gh_str type;
    gh_str state_key; /* absent: not a state event; "" is a state key */
    int64_t origin_server_ts; /* milliseconds since 1970 */
    gh_bool local; /* the sender's server is the one that asks */
    gh_json text; /* the event's own object; in room versions 3 and later it has no event_id */
    gh_json internal_metadata; /* what the event does not say of itself: {"soft_failed": true}; may be absent */
} gh_event;

/* Frozen. Records that may grow come as arrays of pointers. */
typedef struct gh_events {
    const gh_event *const *items;
    size_t count;
} gh_events;

#endif
