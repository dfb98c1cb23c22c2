#include "../bad.h"
#include <stdexcept>

struct instance {
    const gh_host *host;
    uint64_t ticket;
} kept;

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    kept.host = host;
    return GH_NEXT;
}

static void fire(void *context, uint64_t timer)
{
    gh_finish(kept.host, kept.ticket, GH_NEXT);
    throw std::runtime_error("too early");
}

static gh_outcome user_may_join_room(void *self, const gh_user_may_join_room *call, gh_verdict_reply *reply)
{
    const gh_timers *timers = gh_find_timers(kept.host);
    gh_late late;
    const gh_outcome outcome = gh_defer(reply, &late);
    kept.ticket = late.ticket;
    if (timers == NULL || timers->after(timers, 0, fire, NULL) == 0) gh_finish(kept.host, late.ticket, GH_FAILED);
    return outcome;
}

static void spoil(struct bad *bad)
{
    bad->module.create = create;
    bad->spam_checker.user_may_join_room = user_may_join_room;
}
