/* Federation: news of what goes to other servers.
   (Synapse docs: modules/federation_callbacks.) */
#ifndef GATEHOUSE_FEDERATION_H
#define GATEHOUSE_FEDERATION_H

#include "answer.h"
#include "event.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * All callbacks: [one thread at a time, or as the flags say] [between create and destroy]. Arguments are borrowed until
 * the callback returns. GH_NEXT takes note, and the next module is told.
 */

/* What another server was sent. */
typedef struct gh_delivery {
    size_t size;
    gh_str server_name; /* of the other server */
    gh_events events; /* at least one */
    gh_str
        method; /* "/send", "/backfill", "/get_missing_events", "/event", "/event_auth", "/state", "/send_join", ... */
} gh_delivery;

/* on_event_delivered_over_federation, since Synapse 1.158.0. Told when events have gone to another server; only with the
   method "/send" is it known that they arrived. Rule: all are told. Failure: logged, and the next module is asked.
   Invalid answer: ignored, and the next module is asked. */
typedef struct gh_on_event_delivered_over_federation {
    size_t size;
    const gh_delivery *delivery;
} gh_on_event_delivered_over_federation;

/* The callbacks of a module. NULL: not implemented. `flags` as in module.h, for this category alone. */
typedef struct gh_federation_callbacks {
    size_t size;
    uint64_t flags;
    gh_outcome (*on_event_delivered_over_federation)(
        void *self, const gh_on_event_delivered_over_federation *call, gh_notice_reply *reply);
} gh_federation_callbacks;

#ifdef __cplusplus
}
#endif
#endif
