/* Spam checker: may this be done, or is it spam? (Synapse docs: modules/spam_checker_callbacks.) */
#ifndef GATEHOUSE_SPAM_CHECKER_H
#define GATEHOUSE_SPAM_CHECKER_H

#include "answer.h"
#include "event.h"
#include "media.h"
#include "user.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * All callbacks: [one thread at a time, or as the flags say] [between create and destroy]. Arguments are borrowed until
 * the callback returns. GH_NEXT allows and asks the next module.
 */

/* check_event_for_spam, since Synapse 1.37.0. Asked for each local event but m.room.member, and for every event
   that comes over federation. Rule: the first that denies decides. Failure: goes to the caller. Invalid answer:
   denied with the stock text. */
typedef struct gh_check_event_for_spam {
    size_t size;
    const gh_event *event;
} gh_check_event_for_spam;

/* should_drop_federated_event, since Synapse 1.60.0. Asked for events that come over federation, after
   check_event_for_spam. Rule: the first that objects drops the event. Failure: goes to the caller. Invalid answer:
   dropped. */
typedef struct gh_should_drop_federated_event {
    size_t size;
    const gh_event *event;
} gh_should_drop_federated_event;

/* user_may_join_room, since Synapse 1.45.0. Asked when a local user joins a room, and for the joins that spread a
   changed profile; not for server admins. Rule: the first that denies decides. Failure: goes to the caller.
   Invalid answer: denied with M_FORBIDDEN. */
typedef struct gh_user_may_join_room {
    size_t size;
    gh_str user_id; /* who joins */
    gh_str room_id;
    gh_bool is_invited; /* a pending invite exists */
} gh_user_may_join_room;

/* user_may_invite, since Synapse 1.37.0. Asked for invites by user id, local ones and (after
   federated_user_may_invite) remote ones; not for server admins. Rule: the first that denies decides. Failure:
   goes to the caller. Invalid answer: denied with M_FORBIDDEN. */
typedef struct gh_user_may_invite {
    size_t size;
    gh_str inviter;
    gh_str invitee;
    gh_str room_id;
} gh_user_may_invite;

/* federated_user_may_invite, since Synapse 1.134.0. Asked for invites that come over federation. Rule: the first
   that denies decides; when none does, user_may_invite is asked. Failure: goes to the caller. Invalid answer:
   denied with M_FORBIDDEN. */
typedef struct gh_federated_user_may_invite {
    size_t size;
    const gh_event *event; /* the invite; unsigned.invite_room_state tells of the room */
} gh_federated_user_may_invite;

/* user_may_send_3pid_invite, since Synapse 1.45.0. Asked for invites by a third-party id that the identity server
   does not know. Rule: the first that denies decides. Failure: goes to the caller. Invalid answer: denied with
   M_FORBIDDEN. */
typedef struct gh_user_may_send_3pid_invite {
    size_t size;
    gh_str inviter;
    gh_str medium; /* "email", "msisdn" */
    gh_str address;
    gh_str room_id;
} gh_user_may_send_3pid_invite;

/* user_may_create_room, since Synapse 1.37.0. Asked after on_create_room, and for room upgrades; not for server
   admins, but for their upgrades. Rule: the first that denies decides. Failure: goes to the caller. Invalid
   answer: denied with M_FORBIDDEN. */
typedef struct gh_user_may_create_room {
    size_t size;
    gh_str user_id;
    gh_json room_config; /* the request; for upgrades creation_content and initial_state alone */
} gh_user_may_create_room;

/* user_may_create_room_alias, since Synapse 1.37.0. Asked for every new alias, also one that a room is created
   with; not for application services. Rule: the first that denies decides. Failure: goes to the caller. Invalid
   answer: denied with M_FORBIDDEN. */
typedef struct gh_user_may_create_room_alias {
    size_t size;
    gh_str user_id;
    gh_str room_alias;
} gh_user_may_create_room_alias;

/* user_may_publish_room, since Synapse 1.37.0. Asked for every write to a room's entry in the local directory,
   also when it is taken off. Rule: the first that denies decides. Failure: goes to the caller. Invalid answer:
   denied with M_FORBIDDEN. */
typedef struct gh_user_may_publish_room {
    size_t size;
    gh_str user_id;
    gh_str room_id;
} gh_user_may_publish_room;

/* user_may_send_state_event, since Synapse 1.132.0. Asked by the request that sets one state event, memberships
   included; not for server admins. Rule: the first that denies decides. Failure: goes to the caller. Invalid
   answer: denied with M_FORBIDDEN. */
typedef struct gh_user_may_send_state_event {
    size_t size;
    gh_str user_id;
    gh_str room_id;
    gh_str event_type;
    gh_str state_key;
    gh_json content;
} gh_user_may_send_state_event;

/* check_username_for_spam, since Synapse 1.37.0. Asked for each result of a search in the user directory. Rule:
   the first that objects hides the user. Failure: goes to the caller. Invalid answer: hidden. */
typedef struct gh_check_username_for_spam {
    size_t size;
    const gh_user_profile *user_profile;
    gh_str requester_id; /* who searches */
} gh_check_username_for_spam;

/* check_registration_for_spam, since Synapse 1.37.0. Asked for every new user but those of application services.
   Rule: the first that denies or shadow-bans decides. Failure: goes to the caller. Invalid answer: a failure of
   the module. */
typedef struct gh_check_registration_for_spam {
    size_t size;
    gh_json email_threepid; /* object; may be absent */
    gh_str username; /* may be absent */
    gh_connections request_info;
    gh_str auth_provider_id; /* single sign-on; may be absent */
} gh_check_registration_for_spam;

/* check_media_file_for_spam, since Synapse 1.37.0. Asked once for every file that is stored: uploads, remote
   files, thumbnails, previews of links. The client sees no code. Rule: the first that denies decides. Failure:
   goes to the caller. Invalid answer: denied with M_FORBIDDEN. */
typedef struct gh_check_media_file_for_spam {
    size_t size;
    const gh_media *file_wrapper; /* the bytes */
    const gh_file_info *file_info;
} gh_check_media_file_for_spam;

/* check_login_for_spam, since Synapse 1.87.0. Asked for each login whose credentials are right, before there is a
   device. Rule: the first that denies decides. Failure: goes to the caller. Invalid answer: denied with
   M_FORBIDDEN. */
typedef struct gh_check_login_for_spam {
    size_t size;
    gh_str user_id;
    gh_str device_id; /* may be absent */
    gh_str initial_display_name; /* may be absent */
    gh_connections request_info;
    gh_str auth_provider_id; /* may be absent */
} gh_check_login_for_spam;

/* The callbacks of a module. NULL: not implemented. `flags` as in module.h, for this category alone. */
typedef struct gh_spam_checker_callbacks {
    size_t size;
    uint64_t flags;
    gh_outcome (*check_event_for_spam)(void *self, const gh_check_event_for_spam *call, gh_event_verdict_reply *reply);
    gh_outcome (*should_drop_federated_event)(
        void *self, const gh_should_drop_federated_event *call, gh_objection_reply *reply);
    gh_outcome (*user_may_join_room)(void *self, const gh_user_may_join_room *call, gh_verdict_reply *reply);
    gh_outcome (*user_may_invite)(void *self, const gh_user_may_invite *call, gh_verdict_reply *reply);
    gh_outcome (*federated_user_may_invite)(
        void *self, const gh_federated_user_may_invite *call, gh_verdict_reply *reply);
    gh_outcome (*user_may_send_3pid_invite)(
        void *self, const gh_user_may_send_3pid_invite *call, gh_verdict_reply *reply);
    gh_outcome (*user_may_create_room)(void *self, const gh_user_may_create_room *call, gh_verdict_reply *reply);
    gh_outcome (*user_may_create_room_alias)(
        void *self, const gh_user_may_create_room_alias *call, gh_verdict_reply *reply);
    gh_outcome (*user_may_publish_room)(void *self, const gh_user_may_publish_room *call, gh_verdict_reply *reply);
    gh_outcome (*user_may_send_state_event)(void *self, const gh_user_may_send_state_event *call, gh_code_reply *reply);
    gh_outcome (*check_username_for_spam)(
        void *self, const gh_check_username_for_spam *call, gh_objection_reply *reply);
    gh_outcome (*check_registration_for_spam)(
        void *self, const gh_check_registration_for_spam *call, gh_registration_reply *reply);
    gh_outcome (*check_media_file_for_spam)(
        void *self, const gh_check_media_file_for_spam *call, gh_verdict_reply *reply);
    gh_outcome (*check_login_for_spam)(void *self, const gh_check_login_for_spam *call, gh_verdict_reply *reply);
} gh_spam_checker_callbacks;

#ifdef __cplusplus
}
#endif
#endif
