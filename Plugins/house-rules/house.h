/* What the files of this module share. */
#ifndef HOUSE_H
#define HOUSE_H

#include <gatehouse/gatehouse.h>

/* One instance. Nothing in it changes after `create`, so that any thread may read it. */
struct house {
    const gh_host *host;
    gh_str server;
    gh_str alice; /* full user ids on the configured server */
    gh_str carol;
};

extern const gh_spam_checker_callbacks house_spam_checker;
extern const gh_third_party_rules_callbacks house_third_party_rules;
extern const gh_presence_router_callbacks house_presence_router;
extern const gh_account_validity_callbacks house_account_validity;
extern const gh_password_auth_provider_callbacks house_password_auth_provider;
extern const gh_media_repository_callbacks house_media_repository;
extern const gh_background_update_controller_callbacks house_background_update_controller;
extern const gh_account_data_callbacks house_account_data;
extern const gh_ratelimit_callbacks house_ratelimit;
extern const gh_unsigned_callbacks house_unsigned;

gh_outcome house_on_create_room(void *self, const gh_on_create_room *call, gh_rewriting_reply *reply);

#define BODY GH_STR("/content/body")
#define UNREADABLE GH_STR("the event could not be read")
#define NO_MEMORY GH_STR("no memory")

#endif
