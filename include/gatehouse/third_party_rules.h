/* Third-party rules: rules for events, rooms and users, and news of what was done.
   (Synapse docs: modules/third_party_rules_callbacks.) */
#ifndef GATEHOUSE_THIRD_PARTY_RULES_H
#define GATEHOUSE_THIRD_PARTY_RULES_H

#include "answer.h"
#include "event.h"
#include "state.h"
#include "user.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * All callbacks: [one thread at a time, or as the flags say] [between create and destroy]. Arguments are borrowed until
 * the callback returns. GH_NEXT allows, or takes note, and asks the next module.
 */

/* check_event_allowed, since Synapse 1.39.0. Asked for every event that this server builds, and for templates of
   remote joins, leaves and knocks; before check_event_for_spam. Rule: the first that denies or replaces decides.
   Failure: an error of the server (500); a failure with a status goes to the caller. Invalid answer: a failure of
   the module. */
typedef struct gh_check_event_allowed {
    size_t size;
    const gh_event *event;
    const gh_state *state_events; /* the room before the event */
} gh_check_event_allowed;

/* on_create_room, since Synapse 1.39.0. Asked as the first step of creating a room; not for upgrades. To deny,
   fail. Rule: each sees what the one before made of the request. Failure: denied (403); a failure with a status
   goes to the caller. Invalid answer: ignored, and the next module is asked. */
typedef struct gh_on_create_room {
    size_t size;
    const gh_requester *requester;
    gh_json request_content; /* the request, an object */
    gh_bool is_requester_admin;
} gh_on_create_room;

/* check_threepid_can_be_invited, since Synapse 1.39.0. Asked for every local invite by third-party id. Rule: the
   first that objects decides. Failure: logged, and the next module is asked. Invalid answer: ignored, and the next
   module is asked. */
typedef struct gh_check_threepid_can_be_invited {
    size_t size;
    gh_str medium; /* "email", "msisdn" */
    gh_str address;
    const gh_state *state_events;
} gh_check_threepid_can_be_invited;

/* check_visibility_can_be_modified, since Synapse 1.39.0. Asked for every new room, with no state, and when a room
   is put into the directory; not when it is taken off. Rule: the first that objects decides. Failure: logged, and
   the next module is asked. Invalid answer: ignored, and the next module is asked. */
typedef struct gh_check_visibility_can_be_modified {
    size_t size;
    gh_str room_id;
    const gh_state *state_events;
    gh_str new_visibility; /* "public" or "private" */
} gh_check_visibility_can_be_modified;

/* on_new_event, since Synapse 1.47.0. Told of every event that was stored, on every process. Rule: all are told.
   Failure: logged, and the next module is asked. Invalid answer: ignored, and the next module is asked. */
typedef struct gh_on_new_event {
    size_t size;
    const gh_event *event;
    const gh_state *state_events; /* the room's current state */
} gh_on_new_event;

/* check_can_shutdown_room, since Synapse 1.55.0. Asked before a room is deleted; twice by the admin API. Rule: the
   first that objects decides. Failure: logged, and the next module is asked. Invalid answer: ignored, and the next
   module is asked. */
typedef struct gh_check_can_shutdown_room {
    size_t size;
    gh_str user_id; /* absent: a module deletes it */
    gh_str room_id;
} gh_check_can_shutdown_room;

/* check_can_deactivate_user, since Synapse 1.55.0. Asked as the first step of a deactivation. Rule: the first that
   objects decides. Failure: logged, and the next module is asked. Invalid answer: ignored, and the next module is
   asked. */
typedef struct gh_check_can_deactivate_user {
    size_t size;
    gh_str user_id;
    gh_bool by_admin;
} gh_check_can_deactivate_user;

/* on_profile_update, since Synapse 1.54.0. Told after a local user's profile changed, once a field. Rule: all are
   told. Failure: logged, and the next module is asked. Invalid answer: ignored, and the next module is asked. */
typedef struct gh_on_profile_update {
    size_t size;
    gh_str user_id;
    const gh_profile_info *new_profile;
    gh_bool by_admin;
    gh_bool deactivation;
} gh_on_profile_update;

/* on_user_deactivation_status_changed, since Synapse 1.54.0. Told at the end of a deactivation, and of a
   reactivation. Rule: all are told. Failure: logged, and the next module is asked. Invalid answer: ignored, and
   the next module is asked. */
typedef struct gh_on_user_deactivation_status_changed {
    size_t size;
    gh_str user_id;
    gh_bool deactivated;
    gh_bool by_admin;
} gh_on_user_deactivation_status_changed;

/* on_threepid_bind, since Synapse 1.57.0. Told after on_add_user_third_party_identifier, which replaces it. Rule:
   all are told. Failure: logged, and the next module is asked. Invalid answer: ignored, and the next module is
   asked. */
typedef struct gh_on_threepid_bind {
    size_t size;
    gh_str user_id;
    gh_str medium; /* "email" or "msisdn" */
    gh_str address;
} gh_on_threepid_bind;

/* on_add_user_third_party_identifier, since Synapse 1.79.0. Told after a third-party id was added to a user of
   this server. Rule: all are told; then on_threepid_bind. Failure: logged, and the next module is asked. Invalid
   answer: ignored, and the next module is asked. */
typedef struct gh_on_add_user_third_party_identifier {
    size_t size;
    gh_str user_id;
    gh_str medium; /* "email" or "msisdn" */
    gh_str address;
} gh_on_add_user_third_party_identifier;

/* on_remove_user_third_party_identifier, since Synapse 1.79.0. Told after a third-party id was taken from a user
   of this server. Rule: all are told. Failure: logged, and the next module is asked. Invalid answer: ignored, and
   the next module is asked. */
typedef struct gh_on_remove_user_third_party_identifier {
    size_t size;
    gh_str user_id;
    gh_str medium; /* "email" or "msisdn" */
    gh_str address;
} gh_on_remove_user_third_party_identifier;

/* The callbacks of a module. NULL: not implemented. `flags` as in module.h, for this category alone. */
typedef struct gh_third_party_rules_callbacks {
    size_t size;
    uint64_t flags;
    gh_outcome (*check_event_allowed)(void *self, const gh_check_event_allowed *call, gh_replacement_reply *reply);
    gh_outcome (*on_create_room)(void *self, const gh_on_create_room *call, gh_rewriting_reply *reply);
    gh_outcome (*check_threepid_can_be_invited)(
        void *self, const gh_check_threepid_can_be_invited *call, gh_objection_reply *reply);
    gh_outcome (*check_visibility_can_be_modified)(
        void *self, const gh_check_visibility_can_be_modified *call, gh_objection_reply *reply);
    gh_outcome (*on_new_event)(void *self, const gh_on_new_event *call, gh_notice_reply *reply);
    gh_outcome (*check_can_shutdown_room)(
        void *self, const gh_check_can_shutdown_room *call, gh_objection_reply *reply);
    gh_outcome (*check_can_deactivate_user)(
        void *self, const gh_check_can_deactivate_user *call, gh_objection_reply *reply);
    gh_outcome (*on_profile_update)(void *self, const gh_on_profile_update *call, gh_notice_reply *reply);
    gh_outcome (*on_user_deactivation_status_changed)(
        void *self, const gh_on_user_deactivation_status_changed *call, gh_notice_reply *reply);
    gh_outcome (*on_threepid_bind)(void *self, const gh_on_threepid_bind *call, gh_notice_reply *reply);
    gh_outcome (*on_add_user_third_party_identifier)(
        void *self, const gh_on_add_user_third_party_identifier *call, gh_notice_reply *reply);
    gh_outcome (*on_remove_user_third_party_identifier)(
        void *self, const gh_on_remove_user_third_party_identifier *call, gh_notice_reply *reply);
} gh_third_party_rules_callbacks;

#ifdef __cplusplus
}
#endif
#endif
