/* Password auth provider: who logs in, and as whom? (Synapse docs: modules/password_auth_provider_callbacks.) */
#ifndef GATEHOUSE_PASSWORD_AUTH_PROVIDER_H
#define GATEHOUSE_PASSWORD_AUTH_PROVIDER_H

#include "answer.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * All callbacks: [one thread at a time, or as the flags say] [between create and destroy]. Arguments are borrowed until
 * the callback returns. GH_NEXT does not know, or lets pass, and asks the next module.
 *
 * An instance that implements auth_checkers says in `configure` which login types it checks, and with which fields
 * (gh_check_logins). Two instances that give one login type different fields are refused.
 *
 * An answer that lets a user in may leave a cookie: a number of the module's own. The host hands each cookie back exactly
 * once, to post_login or to post_login_unused, on any thread. An answer that did not count leaves its cookie unused.
 */

/* auth_checkers, since Synapse 1.46.0. Asked for a login, and when a user confirms who they are; before the server looks
   at passwords of its own. Rule: the first answer decides, among the modules that check this login type. Failure:
   logged, and the next module is asked. Invalid answer: ignored, and the next module is asked. */
typedef struct gh_auth_checkers {
    size_t size;
    gh_str username; /* as it was sent, or the full user id behind a third-party id */
    gh_str login_type; /* "m.login.password" */
    gh_json login_dict; /* an object with the fields of this login type */
} gh_auth_checkers;

/* check_3pid_auth, since Synapse 1.46.0. Asked for a login with a password and a third-party id, before the server looks
   up whose it is; not at a registration. Rule: the first answer decides. Failure: logged, and the next module is asked.
   Invalid answer: ignored, and the next module is asked. */
typedef struct gh_check_3pid_auth {
    size_t size;
    gh_str medium; /* "email", "msisdn" */
    gh_str address; /* an email address in lower case */
    gh_str password;
} gh_check_3pid_auth;

/* on_logged_out, since Synapse 1.46.0. Told once for each token that was deleted. Rule: all are told. Failure: logged,
   and the next module is asked. Invalid answer: ignored, and the next module is asked. */
typedef struct gh_on_logged_out {
    size_t size;
    gh_str user_id;
    gh_str device_id; /* may be absent */
    gh_str access_token; /* it is worth nothing any more */
} gh_on_logged_out;

/* get_username_for_registration, since Synapse 1.52.0. Asked when a client registers, before
   check_registration_for_spam; not for single sign-on, guests, application services and the admin API. The server
   lower-cases the answer and checks it. Rule: the first answer decides. Failure: an error of the server (500), whatever
   it is. Invalid answer: ignored, and the next module is asked. */
typedef struct gh_get_username_for_registration {
    size_t size;
    gh_json uia_results; /* an object: what each step of the registration gave */
    gh_json params; /* the request without its password, an object */
} gh_get_username_for_registration;

/* get_displayname_for_registration, since Synapse 1.54.0. Asked as get_username_for_registration is, after it. Rule: the
   first answer decides. Failure: an error of the server (500), whatever it is. Invalid answer: ignored, and the next
   module is asked. */
typedef struct gh_get_displayname_for_registration {
    size_t size;
    gh_json uia_results; /* an object */
    gh_json params; /* the request without its password, an object */
} gh_get_displayname_for_registration;

/* is_3pid_allowed, since Synapse 1.53.0. Asked before a token is sent to a third-party id, and when a registration ends;
   not when the id is added. Where nobody objects, the server's own setting decides. Rule: the first that objects
   decides. Failure: an error of the server (500), whatever it is. Invalid answer: ignored, and the next module is
   asked. */
typedef struct gh_is_3pid_allowed {
    size_t size;
    gh_str medium; /* "email", "msisdn" */
    gh_str address;
    gh_bool registration; /* a new account, not one that exists */
} gh_is_3pid_allowed;

/* post_login, since Synapse 1.46.0. Asked just before the response to a login is sent, when there is a device and a
   token; to change the response, rewrite it. Rule: the module that gave the cookie is asked, and it alone. Failure: goes
   to the caller. Invalid answer: a failure of the module. */
typedef struct gh_post_login {
    size_t size;
    uint64_t cookie; /* as the module gave it */
    gh_json login_response; /* what the client will get, an object */
} gh_post_login;

/* post_login_unused, since Synapse 1.46.0. Told in place of post_login when a cookie will not be used: its answer did
   not count, the login went no further, or the host shuts down. Rule: the module that gave the cookie is told, and it
   alone. Failure: logged. Invalid answer: ignored. */
typedef struct gh_post_login_unused {
    size_t size;
    uint64_t cookie; /* as the module gave it */
} gh_post_login_unused;

/* The callbacks of a module. NULL: not implemented. `flags` as in module.h, for this category alone. */
typedef struct gh_password_auth_provider_callbacks {
    size_t size;
    uint64_t flags;
    gh_outcome (*auth_checkers)(void *self, const gh_auth_checkers *call, gh_login_reply *reply);
    gh_outcome (*check_3pid_auth)(void *self, const gh_check_3pid_auth *call, gh_login_reply *reply);
    gh_outcome (*on_logged_out)(void *self, const gh_on_logged_out *call, gh_notice_reply *reply);
    gh_outcome (*get_username_for_registration)(
        void *self, const gh_get_username_for_registration *call, gh_text_reply *reply);
    gh_outcome (*get_displayname_for_registration)(
        void *self, const gh_get_displayname_for_registration *call, gh_text_reply *reply);
    gh_outcome (*is_3pid_allowed)(void *self, const gh_is_3pid_allowed *call, gh_objection_reply *reply);
    gh_outcome (*post_login)(void *self, const gh_post_login *call, gh_rewriting_reply *reply);
    gh_outcome (*post_login_unused)(void *self, const gh_post_login_unused *call, gh_notice_reply *reply);
} gh_password_auth_provider_callbacks;

#ifdef __cplusplus
}
#endif
#endif
