/* Rate limits of single users.
   (Synapse docs: modules/ratelimit_callbacks.) */
#ifndef GATEHOUSE_RATELIMIT_H
#define GATEHOUSE_RATELIMIT_H

#include "answer.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * All callbacks: [one thread at a time, or as the flags say] [between create and destroy]. Arguments are borrowed until
 * the callback returns. GH_NEXT does not know, and asks the next module.
 */

/* get_ratelimit_override_for_user, since Synapse 1.132.0. Asked at each check of a limit on invites that a user of this
   server runs into. Rule: the first answer decides. Failure: goes to the caller. Invalid answer: a failure of the
   module. */
typedef struct gh_get_ratelimit_override_for_user {
    size_t size;
    gh_str user; /* full user id */
    gh_str limiter_name; /* "rc_invites.per_room", "rc_invites.per_user", "rc_invites.per_issuer" */
} gh_get_ratelimit_override_for_user;

/* The callbacks of a module. NULL: not implemented. `flags` as in module.h, for this category alone. */
typedef struct gh_ratelimit_callbacks {
    size_t size;
    uint64_t flags;
    gh_outcome (*get_ratelimit_override_for_user)(
        void *self, const gh_get_ratelimit_override_for_user *call, gh_override_reply *reply);
} gh_ratelimit_callbacks;

#ifdef __cplusplus
}
#endif
#endif
