/* What an instance is asked before it is made: is this configuration good, and what do you take part in? */
#ifndef GATEHOUSE_SETUP_H
#define GATEHOUSE_SETUP_H

#include "host.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gh_config_reply gh_config_reply;
typedef struct gh_setup gh_setup;
typedef struct gh_offer gh_offer; /* hook.h */

typedef struct gh_config_reply_functions {
    size_t size;
    gh_outcome (*refuse)(gh_config_reply *reply, gh_str key_path, gh_str message);
} gh_config_reply_functions;

struct gh_config_reply {
    size_t size;
    const gh_config_reply_functions *functions;
    void *data;
};

typedef struct gh_setup_functions {
    size_t size;
    gh_outcome (*leave_out)(gh_setup *setup, gh_str callback);
    gh_outcome (*read_state)(gh_setup *setup, gh_str type, gh_str state_key);
    gh_outcome (*check_logins)(gh_setup *setup, gh_str login_type, const gh_str *fields, size_t count);
    gh_outcome (*offer)(gh_setup *setup, const gh_offer *offer);
} gh_setup_functions;

struct gh_setup {
    size_t size;
    const gh_setup_functions *functions;
    void *data;
    gh_str instance_name;
    const gh_json_functions *json; /* to read the configuration with */
};

/* Refuses the configuration: where in the section ("evil_users.3"; "" is all of it) and what is wrong. May be called
   for each mistake, so that all of them are told in one go. Returns GH_FAILED. [the thread of the call] [in configure
   and create] */
GH_CHECKED static inline gh_outcome gh_refuse(gh_config_reply *reply, gh_str key_path, gh_str message)
{
    return reply->functions->refuse(reply, key_path, message);
}

/* This instance does not take part in a callback that the module's tables offer: "spam_checker.user_may_invite".
   GH_NEXT: done; also for a callback that this host does not know. GH_FAILED: it is no text. Callbacks that belong
   together are left out together. [the thread of the call] [in configure] */
GH_CHECKED static inline gh_outcome gh_leave_out(gh_setup *setup, gh_str callback)
{
    return setup->functions->leave_out(setup, callback);
}

/* This instance reads state of this type and key; with GH_NO_STR of any key. What is declared is at hand in each call
   that comes with room state. GH_NEXT: done. [the thread of the call] [in configure] */
GH_CHECKED static inline gh_outcome gh_read_state(gh_setup *setup, gh_str type, gh_str state_key)
{
    return setup->functions->read_state(setup, type, state_key);
}

/* This instance checks logins of this type, which come with these fields: "m.login.password" with "password". May be
   called for several types. Needed by who takes part in password_auth_provider.auth_checkers. GH_NEXT: done. GH_FAILED:
   one of them is no text, or this type was declared before. [the thread of the call] [in configure] */
GH_CHECKED static inline gh_outcome gh_check_logins(
    gh_setup *setup, gh_str login_type, const gh_str *fields, size_t count)
{
    return setup->functions->check_logins(setup, login_type, fields, count);
}

#ifdef __cplusplus
}
#endif
#endif
