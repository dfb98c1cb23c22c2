/* Fields that an event gets beside what is signed.
   (Synapse docs: modules/add_extra_fields_to_client_events_unsigned.) */
#ifndef GATEHOUSE_UNSIGNED_H
#define GATEHOUSE_UNSIGNED_H

#include "answer.h"
#include "event.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * All callbacks: [one thread at a time, or as the flags say] [between create and destroy]. Arguments are borrowed until
 * the callback returns. GH_NEXT adds nothing.
 */

/* add_field_to_unsigned_callback, since Synapse 1.96.0. Asked for every event, each time that it goes to a client or an
   application service; so one failure fails a whole sync. Keys that the event has in `unsigned` stay as they are; others
   are added whatever their names, `redacted_because` and `prev_content` too. Rule: all answers are merged; of the same
   key the later one stays. Failure: goes to the caller. Invalid answer: a failure of the module. */
typedef struct gh_add_field_to_unsigned_callback {
    size_t size;
    const gh_event *event;
} gh_add_field_to_unsigned_callback;

/* The callbacks of a module. NULL: not implemented. `flags` as in module.h, for this category alone. */
typedef struct gh_unsigned_callbacks {
    size_t size;
    uint64_t flags;
    gh_outcome (*add_field_to_unsigned_callback)(
        void *self, const gh_add_field_to_unsigned_callback *call, gh_object_reply *reply);
} gh_unsigned_callbacks;

#ifdef __cplusplus
}
#endif
#endif
