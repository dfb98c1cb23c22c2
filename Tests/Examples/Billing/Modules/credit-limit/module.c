/* Nobody is charged more than the limit of the configuration, and mallory nothing at all. */
#include <gatehouse/gatehouse.h>

#include <stdbool.h>
#include <stdlib.h>

typedef struct limits {
    int64_t most;
} limits;

static bool may_charge(void *self, gh_str user, int64_t cents)
{
    if (gh_has_prefix(user, GH_STR("@mallory:"))) return false;
    return cents <= ((const limits *)self)->most;
}

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    gh_json limit = GH_NO_JSON;
    limits *made = malloc(sizeof *made);
    if (made == NULL) return gh_refuse(reply, GH_STR(""), GH_STR("there is no memory left"));
    if (host->json->get(config, GH_STR("/limit_cents"), &limit) != GH_FOUND ||
        host->json->integer(limit, &made->most) != GH_FOUND) {
        free(made);
        return gh_refuse(reply, GH_STR("limit_cents"), GH_STR("must be a whole number"));
    }
    *self = made;
    return GH_NEXT;
}

static void destroy(void *self) { free(self); }

static const gh_offer charging = GH_OFFER("billing.may_charge", "bool(str user, i64 cents)", may_charge);
static const gh_offer *const offers[] = {&charging, NULL};

static const gh_module module = {
    .size = sizeof(gh_module),
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("credit_limit"),
    .version = GH_STR_INIT("1.0.0"),
    .flags = GH_CONCURRENT | GH_PROMPT,
    .create = create,
    .destroy = destroy,
    .offers = offers,
};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
