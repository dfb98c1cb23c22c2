#include "accounts.h"

#include <stdlib.h>

/* Milliseconds since 1970. */
static int64_t now(const gh_host *host) { return host->now(host, GH_WALL) / 1000000; }

static gh_outcome is_user_expired(void *self, const gh_is_user_expired *call, gh_truth_reply *reply)
{
    const struct accounts *accounts = self;
    int64_t end;
    if (!accounts_end(accounts, call->user, &end)) return GH_NEXT;
    return gh_truth_give(reply, now(accounts->host) >= end);
}

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    return accounts_check(setup->json, config, reply);
}

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    *self = accounts_make(host, config);
    return *self ? GH_NEXT : gh_refuse(reply, GH_STR(""), GH_STR("there is no memory left"));
}

static void destroy(void *self) { accounts_free(self); }

static const gh_account_validity_callbacks account_validity = {
    .size = sizeof account_validity,
    .is_user_expired = is_user_expired,
};

static const gh_module module = {
    .size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("account_end"),
    .version = GH_STR_INIT("1.0.0"),
    .vendor = GH_STR_INIT("Gatehouse"),
    .licence = GH_STR_INIT("Apache-2.0"),
    .description = GH_STR_INIT("Accounts end at the time that a list gives them"),
    .flags = GH_CONCURRENT | GH_PROMPT,
    .configure = configure,
    .create = create,
    .destroy = destroy,
    .account_validity = &account_validity,
};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
