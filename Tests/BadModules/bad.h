/* What all bad modules share: a module without a mistake, which each of them spoils in one way. */
#ifndef BAD_H
#define BAD_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <gatehouse/gatehouse.h>

struct bad {
    gh_module module;
    gh_spam_checker_callbacks spam_checker;
    gh_third_party_rules_callbacks third_party_rules;
    gh_presence_router_callbacks presence_router;
    const gh_module *handed; /* what is registered: `module`, unless it is spoiled */
};

/* So that it stands in a chain with the modules around it. */
static gh_outcome allow(void *self, const gh_check_event_for_spam *call, gh_event_verdict_reply *reply)
{
    return GH_NEXT;
}

/* The module before it is spoiled. */
static struct bad *good(void)
{
    static struct bad good;
    if (good.handed) return &good;
    good.module.size = sizeof good.module;
    good.module.major = GH_MAJOR;
    good.module.minor = GH_MINOR;
    good.module.name = GH_STR("bad");
    good.module.spam_checker = &good.spam_checker;
    good.module.third_party_rules = &good.third_party_rules;
    good.module.presence_router = &good.presence_router;
    good.spam_checker.size = sizeof good.spam_checker;
    good.spam_checker.check_event_for_spam = allow;
    good.third_party_rules.size = sizeof good.third_party_rules;
    good.presence_router.size = sizeof good.presence_router;
    good.handed = &good.module;
    return &good;
}

/* Those whose defect is their registration write it themselves. */
#ifndef REGISTERS_ITSELF

/* The defect. */
static void spoil(struct bad *bad);

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    spoil(good());
    return gh_register(into, good()->handed);
}

#endif
#endif
