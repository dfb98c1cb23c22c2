/* Users, and what is known of who asks. */
#ifndef GATEHOUSE_USER_H
#define GATEHOUSE_USER_H

#include "text.h"

/* Who makes a request. */
typedef struct gh_requester {
    size_t size;
    gh_str user; /* full user id */
    gh_maybe_int access_token_id;
    gh_bool is_guest;
    gh_json scope; /* list of strings */
    gh_bool shadow_banned;
    gh_str device_id; /* may be absent */
    gh_str app_service_id; /* may be absent */
    gh_str authenticated_entity; /* differs from the user when an admin acts for them; may be absent */
} gh_requester;

/* An entry of the user directory. */
typedef struct gh_user_profile {
    size_t size;
    gh_str user_id;
    gh_str display_name; /* may be absent */
    gh_str avatar_url; /* may be absent */
} gh_user_profile;

/* A profile after a change. */
typedef struct gh_profile_info {
    size_t size;
    gh_str avatar_url; /* may be absent */
    gh_str display_name; /* may be absent */
} gh_profile_info;

/* One connection that took part in a registration or a login. In JSON a pair: [user agent or null, ip]. */
typedef struct gh_connection {
    size_t size;
    gh_str user_agent; /* may be absent */
    gh_str ip;
} gh_connection;

/* Frozen. Records that may grow come as arrays of pointers. */
typedef struct gh_connections {
    const gh_connection *const *items;
    size_t count;
} gh_connections;

#endif
