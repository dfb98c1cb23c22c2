/* Account data: what users keep on the server for their clients.
   (Synapse docs: modules/account_data_callbacks.) */
#ifndef GATEHOUSE_ACCOUNT_DATA_H
#define GATEHOUSE_ACCOUNT_DATA_H

#include "answer.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * All callbacks: [one thread at a time, or as the flags say] [between create and destroy]. Arguments are borrowed until
 * the callback returns. GH_NEXT takes note, and the next module is told.
 */

/* on_account_data_updated, since Synapse 1.57.0. Told after account data was stored, also by a module; not of tags and
   push rules. What is deleted has become {}. Rule: all are told. Failure: logged, and the next module is asked. Invalid
   answer: ignored, and the next module is asked. */
typedef struct gh_on_account_data_updated {
    size_t size;
    gh_str user_id;
    gh_str room_id; /* absent: data of no room */
    gh_str account_data_type; /* "m.direct" */
    gh_json content; /* an object */
} gh_on_account_data_updated;

/* The callbacks of a module. NULL: not implemented. `flags` as in module.h, for this category alone. */
typedef struct gh_account_data_callbacks {
    size_t size;
    uint64_t flags;
    gh_outcome (*on_account_data_updated)(void *self, const gh_on_account_data_updated *call, gh_notice_reply *reply);
} gh_account_data_callbacks;

#ifdef __cplusplus
}
#endif
#endif
