/* Account validity: is this account still good? (Synapse docs: modules/account_validity_callbacks.) */
#ifndef GATEHOUSE_ACCOUNT_VALIDITY_H
#define GATEHOUSE_ACCOUNT_VALIDITY_H

#include "answer.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * All callbacks: [one thread at a time, or as the flags say] [between create and destroy]. Arguments are borrowed until
 * the callback returns. GH_NEXT does not know, or takes note, and asks the next module.
 */

/* is_user_expired, since Synapse 1.39.0. Asked for every request with the token of a user, and before pushes; not at a
   login or a logout. Where nobody knows, the server's own feature is asked, if it is on. Rule: the first answer
   decides. Failure: goes to the caller. Invalid answer: a failure of the module. */
typedef struct gh_is_user_expired {
    size_t size;
    gh_str user; /* full user id */
} gh_is_user_expired;

/* on_user_registration, since Synapse 1.39.0. Told after a user was stored, also of application services. The user
   stays when a module fails. Rule: all are told, until one fails. Failure: goes to the caller. Invalid answer:
   ignored, and the next module is asked. */
typedef struct gh_on_user_registration {
    size_t size;
    gh_str user; /* full user id */
} gh_on_user_registration;

/* on_user_login, since Synapse 1.98.0. Told at a login, when there is a device and a token; not at a registration. The
   device stays when a module fails. Rule: all are told, until one fails. Failure: goes to the caller. Invalid answer:
   ignored, and the next module is asked. */
typedef struct gh_on_user_login {
    size_t size;
    gh_str user_id;
    gh_str auth_provider_type; /* the login type; "m.login.sso" for single sign-on; may be absent */
    gh_str auth_provider_id; /* single sign-on; may be absent */
} gh_on_user_login;

/* on_legacy_send_mail, since Synapse 1.39.0. Told when a user asks an old endpoint for a renewal mail. Rule: one module
   alone; a second one is refused when it is loaded. Failure: goes to the caller. Invalid answer: ignored. */
typedef struct gh_on_legacy_send_mail {
    size_t size;
    gh_str user_id;
} gh_on_legacy_send_mail;

/* on_legacy_renew, since Synapse 1.39.0. Asked when somebody follows the link in a renewal mail. GH_NEXT: the token is
   not known. Rule: one module alone; a second one is refused when it is loaded. Failure: goes to the caller. Invalid
   answer: a failure of the module. */
typedef struct gh_on_legacy_renew {
    size_t size;
    gh_str renewal_token;
} gh_on_legacy_renew;

/* A request to the server. */
typedef struct gh_request {
    size_t size;
    gh_str method; /* "POST" */
    gh_str uri; /* path and query */
    gh_str body; /* UTF-8 */
} gh_request;

/* on_legacy_admin_request, since Synapse 1.39.0. Asked when an admin sets by an old endpoint how long an account is
   valid. The answer is sent as its new end, in milliseconds since 1970. Rule: one module alone; a second one is refused
   when it is loaded. Failure: goes to the caller. Invalid answer: a failure of the module. */
typedef struct gh_on_legacy_admin_request {
    size_t size;
    const gh_request *request;
} gh_on_legacy_admin_request;

/* The callbacks of a module. NULL: not implemented. `flags` as in module.h, for this category alone. */
typedef struct gh_account_validity_callbacks {
    size_t size;
    uint64_t flags;
    gh_outcome (*is_user_expired)(void *self, const gh_is_user_expired *call, gh_truth_reply *reply);
    gh_outcome (*on_user_registration)(void *self, const gh_on_user_registration *call, gh_notice_reply *reply);
    gh_outcome (*on_user_login)(void *self, const gh_on_user_login *call, gh_notice_reply *reply);
    gh_outcome (*on_legacy_send_mail)(void *self, const gh_on_legacy_send_mail *call, gh_notice_reply *reply);
    gh_outcome (*on_legacy_renew)(void *self, const gh_on_legacy_renew *call, gh_renewal_reply *reply);
    gh_outcome (*on_legacy_admin_request)(void *self, const gh_on_legacy_admin_request *call, gh_number_reply *reply);
} gh_account_validity_callbacks;

#ifdef __cplusplus
}
#endif
#endif
