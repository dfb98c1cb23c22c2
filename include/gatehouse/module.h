/* The record that a module hands over, and the one function that it exports. */
#ifndef GATEHOUSE_MODULE_H
#define GATEHOUSE_MODULE_H

#include "account_data.h"
#include "account_validity.h"
#include "background_update_controller.h"
#include "federation.h"
#include "hook.h"
#include "host.h"
#include "media_repository.h"
#include "password_auth_provider.h"
#include "presence_router.h"
#include "ratelimit.h"
#include "setup.h"
#include "spam_checker.h"
#include "third_party_rules.h"
#include "unsigned.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Flags of a module, and of one table of callbacks (they add up). Bits 0 to 31 are hints: a host ignores those that it
 * does not know. Bits 32 to 63 are demands: a host refuses a module with one that it does not know.
 */
#define GH_CONCURRENT ((uint64_t)1) /* any number of threads may be in it at once, also beside a table without this */
#define GH_PROMPT ((uint64_t)2) /* callbacks return at once and never block: they may run on an event loop */

/*
 * What a module is. A constant of the module, never changed and never freed; the host copies of it what it knows.
 *
 * Every function may be NULL. An instance is called by one thread at a time, whatever the entry, unless GH_CONCURRENT
 * says otherwise.
 */
typedef struct gh_module {
    size_t size; /* sizeof(gh_module) */
    uint64_t major; /* GH_MAJOR */
    uint64_t minor; /* GH_MINOR; these three stay where they are in every major */
    gh_str name; /* required: "list_spam_checker" */
    gh_str version; /* this and the next three may be absent */
    gh_str vendor;
    gh_str licence;
    gh_str description;
    uint64_t flags;

    /* Services that it cannot do without, "gatehouse.http/1", ended by NULL; or NULL. */
    const char *const *requires_services;

    /* Looks at a section of the configuration and at nothing else: no files, no network, nothing kept. GH_NEXT accepts
       it; `gh_refuse` tells what is wrong. Called for all instances before the first is created. NULL accepts all.
       `config` is any JSON value, and {} where the operator gave none. Borrowed until this returns.
       [any thread] [any time after registration] */
    gh_outcome (*configure)(gh_json config, gh_setup *setup, gh_config_reply *reply);

    /* Makes an instance with the same section; `self` comes back in every call. GH_NEXT: it is made. `config` is
       borrowed until this returns, `host` until `destroy` has returned. NULL: the module keeps no state.
       [any thread, one at a time] [after configure] */
    gh_outcome (*create)(const gh_host *host, gh_json config, gh_config_reply *reply, void **self);

    /* Ends an instance that `create` made. No call is in it, all its tickets are finished, and none comes after.
       [any thread] [once] */
    void (*destroy)(void *self);

    /* A hint that nobody waits for this ticket any more. It may race with gh_finish, which is owed all the same.
       [any thread] [between create and destroy] */
    void (*cancel)(void *self, uint64_t ticket);

    /* Tables of callbacks, NULL where a category is not implemented. */
    const gh_spam_checker_callbacks *spam_checker;
    const gh_third_party_rules_callbacks *third_party_rules;
    const gh_presence_router_callbacks *presence_router;
    const gh_account_validity_callbacks *account_validity;
    const gh_password_auth_provider_callbacks *password_auth_provider;
    const gh_media_repository_callbacks *media_repository;
    const gh_background_update_controller_callbacks *background_update_controller;
    const gh_account_data_callbacks *account_data;
    const gh_ratelimit_callbacks *ratelimit;
    const gh_unsigned_callbacks *unsigned_fields; /* of the category `unsigned`, which is a word of C */
    const gh_federation_callbacks *federation;

    /* Functions for hook points, ended by NULL; or NULL. */
    const gh_offer *const *offers;
} gh_module;

typedef struct gh_registration gh_registration;

typedef struct gh_registration_functions {
    size_t size;
    gh_outcome (*hand_over)(gh_registration *into, const gh_module *module);
    gh_outcome (*refuse)(gh_registration *into, gh_str message);
} gh_registration_functions;

struct gh_registration {
    size_t size;
    const gh_registration_functions *functions;
    void *data;
};

/* Hands over the module's record. [the thread of the call] [in gatehouse_module_register, once] */
GH_CHECKED static inline gh_outcome gh_register(gh_registration *into, const gh_module *module)
{
    return into->functions->hand_over(into, module);
}

/* Tells why this module will not run in this host. [the thread of the call] [in gatehouse_module_register] */
GH_CHECKED static inline gh_outcome gh_refuse_host(gh_registration *into, gh_str message)
{
    return into->functions->refuse(into, message);
}

/*
 * The one symbol that a host looks for. It registers and does nothing else: no I/O, no thread, no state, since a host
 * may call it just to look. Returns what gh_register or gh_refuse_host returned.
 */
GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into);

#ifdef __cplusplus
}
#endif
#endif
