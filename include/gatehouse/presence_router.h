/* Presence router: who gets whose presence, beyond those who share a room.
   (Synapse docs: modules/presence_router_callbacks.) */
#ifndef GATEHOUSE_PRESENCE_ROUTER_H
#define GATEHOUSE_PRESENCE_ROUTER_H

#include "answer.h"
#include "presence.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A module implements both callbacks or neither. All callbacks: [one thread at a time, or as the flags say]
 * [between create and destroy]. Arguments are borrowed until the callback returns. GH_NEXT adds nothing.
 */

/* get_users_for_states, since Synapse 1.42.0. Asked when presence is written, to find whom to tell. Rule: the
   union of all answers. Failure: logged, and the next module is asked. Invalid answer: ignored as a whole, and the
   next module is asked. */
typedef struct gh_get_users_for_states {
    size_t size;
    gh_presence_states state_updates;
} gh_get_users_for_states;

/* get_interested_users, since Synapse 1.42.0. Asked when a user syncs: whose presence, besides their own, do they
   see? Where the answer is everyone, get_users_for_states must give this user an entry, or the sync fails. Rule:
   the union of all answers; "everyone" ends the chain. Failure: logged, and the next module is asked. Invalid
   answer: ignored, and the next module is asked. */
typedef struct gh_get_interested_users {
    size_t size;
    gh_str user_id;
} gh_get_interested_users;

/* The callbacks of a module. NULL: not implemented. `flags` as in module.h, for this category alone. */
typedef struct gh_presence_router_callbacks {
    size_t size;
    uint64_t flags;
    gh_outcome (*get_users_for_states)(void *self, const gh_get_users_for_states *call, gh_presence_reply *reply);
    gh_outcome (*get_interested_users)(void *self, const gh_get_interested_users *call, gh_users_reply *reply);
} gh_presence_router_callbacks;

#ifdef __cplusplus
}
#endif
#endif
