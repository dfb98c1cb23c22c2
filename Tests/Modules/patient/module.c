/* Sets no flag: it may take its time, and it takes one call at a time. It has nothing against anything, and fails where
   it is called while another call is in it. {"without": CALLBACK} leaves one out, {"legacy": true}
   takes part in those that one module alone may have. */
#include <stdlib.h>

#include "../scripted/callbacks.h"
#include "../scripted/taking_part.h"
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

CALLBACKS(CALLBACK)
CALLBACK(third_party_rules, on_create_room, rewriting, rewriting)

TABLES

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    gh_json without;
    if (leave_out_exclusive(setup, config) != GH_NEXT || check_logins(setup, GH_STR("m.login.password")) != GH_NEXT) {
        return gh_refuse(reply, GH_STR(""), GH_STR("there is no taking part"));
    }
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

static const gh_module module = {.size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("patient"),
    .configure = configure,
    .create = create,
    .destroy = destroy,
    IN_RECORD};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
