/* Sets no flag: it may take its time, and it takes one call at a time. It has nothing against anything, and fails where
   it is called while another call is in it. {"without": CALLBACK} leaves one out. */
#include <stdlib.h>

#include "../scripted/callbacks.h"
#include <gatehouse/gatehouse.h>

/* No atomics: that the host lets one in at a time is all that keeps this right. */
struct patient {
    volatile uint64_t inside;
};

static gh_outcome visit(struct patient *patient, gh_reply *reply)
{
    if (patient->inside++ != 0) return gh_reply_fail(reply, GH_STR("two calls at once"));
    for (volatile int i = 0; i < 50; i++) {
    }
    patient->inside--;
    return GH_NEXT;
}

#define CALLBACK(category, name, kind, answer)                                                                         \
    static gh_outcome name(void *self, const gh_##name *call, gh_##kind##_reply *reply)                                \
    {                                                                                                                  \
        (void)call;                                                                                                    \
        return visit(self, &reply->base);                                                                              \
    }

SPAM_CHECKER(CALLBACK)
THIRD_PARTY_RULES(CALLBACK)
CALLBACK(third_party_rules, on_create_room, rewriting, rewriting)
PRESENCE_ROUTER(CALLBACK)

#define SLOT(category, name, kind, answer) .name = name,

static const gh_spam_checker_callbacks spam_checker = {.size = sizeof spam_checker, SPAM_CHECKER(SLOT)};
static const gh_third_party_rules_callbacks third_party_rules = {
    .size = sizeof third_party_rules, .on_create_room = on_create_room, THIRD_PARTY_RULES(SLOT)};
static const gh_presence_router_callbacks presence_router = {.size = sizeof presence_router, PRESENCE_ROUTER(SLOT)};

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    gh_json without;
    if (setup->json->get(config, GH_STR("/without"), &without) != GH_FOUND) return GH_NEXT;
    gh_str quoted = without.text; /* names of callbacks have no escapes */
    gh_str name = quoted.len < 2 ? GH_NO_STR : gh_make_str(quoted.ptr + 1, quoted.len - 2);
    if (gh_leave_out(setup, name) == GH_NEXT) return GH_NEXT;
    return gh_refuse(reply, GH_STR("without"), GH_STR("must be a callback of this module"));
}

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    (void)host;
    (void)config;
    *self = calloc(1, sizeof(struct patient));
    return *self ? GH_NEXT : gh_refuse(reply, GH_STR(""), GH_STR("there is no memory left"));
}

static void destroy(void *self) { free(self); }

static const gh_module module = {
    .size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("patient"),
    .configure = configure,
    .create = create,
    .destroy = destroy,
    .spam_checker = &spam_checker,
    .third_party_rules = &third_party_rules,
    .presence_router = &presence_router,
};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
