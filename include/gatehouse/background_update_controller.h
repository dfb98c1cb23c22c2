/* Background update controller: when and how fast does the server change its database in the background?
   (Synapse docs: modules/background_update_controller_callbacks.) */
#ifndef GATEHOUSE_BACKGROUND_UPDATE_CONTROLLER_H
#define GATEHOUSE_BACKGROUND_UPDATE_CONTROLLER_H

#include "answer.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * All callbacks: [one thread at a time, or as the flags say] [between create and destroy]. Arguments are borrowed until
 * the callback returns. GH_NEXT leaves it to the server's own settings.
 *
 * The first module that takes part is asked, and no other, not even for what it leaves out. It implements on_update.
 *
 * An answer of on_update may leave a cookie: a number of the module's own. The host hands each cookie back exactly once,
 * to on_update_left or to on_update_unused, on any thread.
 */

/* on_update, since Synapse 1.49.0. Asked before each step of an update; the step begins when the answer is there. Rule:
   the first module that takes part is asked, and it alone. Failure: goes to the caller, which tries again and gives up
   after five in a row. Invalid answer: a failure of the module. */
typedef struct gh_on_update {
    size_t size;
    gh_str update_name;
    gh_str database_name; /* "master" */
    gh_bool one_shot; /* it is done in one step, whatever the answer */
} gh_on_update;

/* default_batch_size, since Synapse 1.49.0. Asked how many items the first step of an update takes; 1 or more. Rule: the
   first module that takes part is asked, and it alone. Failure: goes to the caller, which tries again and gives up after
   five in a row. Invalid answer: a failure of the module. */
typedef struct gh_default_batch_size {
    size_t size;
    gh_str update_name;
    gh_str database_name;
} gh_default_batch_size;

/* min_batch_size, since Synapse 1.49.0. Asked how many items a later step takes at least; 1 or more. Rule: the first
   module that takes part is asked, and it alone. Failure: goes to the caller, which tries again and gives up after five
   in a row. Invalid answer: a failure of the module. */
typedef struct gh_min_batch_size {
    size_t size;
    gh_str update_name;
    gh_str database_name;
} gh_min_batch_size;

/* on_update_left, since Synapse 1.49.0. Told when the step that on_update opened is done, or has failed. Rule: the
   module that gave the cookie is told, and it alone. Failure: goes to the caller, which tries again and gives up after
   five in a row. Invalid answer: ignored. */
typedef struct gh_on_update_left {
    size_t size;
    uint64_t cookie; /* as the module gave it */
    gh_str error; /* why the step failed; absent: it is done */
} gh_on_update_left;

/* on_update_unused, since Synapse 1.49.0. Told in place of on_update_left when a step never began: its answer did not
   count, or the host shuts down. Rule: the module that gave the cookie is told, and it alone. Failure: logged. Invalid
   answer: ignored. */
typedef struct gh_on_update_unused {
    size_t size;
    uint64_t cookie; /* as the module gave it */
} gh_on_update_unused;

/* The callbacks of a module. NULL: not implemented. `flags` as in module.h, for this category alone. */
typedef struct gh_background_update_controller_callbacks {
    size_t size;
    uint64_t flags;
    gh_outcome (*on_update)(void *self, const gh_on_update *call, gh_update_reply *reply);
    gh_outcome (*default_batch_size)(void *self, const gh_default_batch_size *call, gh_number_reply *reply);
    gh_outcome (*min_batch_size)(void *self, const gh_min_batch_size *call, gh_number_reply *reply);
    gh_outcome (*on_update_left)(void *self, const gh_on_update_left *call, gh_notice_reply *reply);
    gh_outcome (*on_update_unused)(void *self, const gh_on_update_unused *call, gh_notice_reply *reply);
} gh_background_update_controller_callbacks;

#ifdef __cplusplus
}
#endif
#endif
