#include "../bad.h"
#include <stdexcept>

static const gh_host *kept;

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    kept = host;
    return GH_NEXT;
}

/* Never answers, so that its time passes. */
static gh_outcome user_may_join_room(void *self, const gh_user_may_join_room *call, gh_verdict_reply *reply)
{
    gh_late late;
    return gh_defer(reply, &late);
}

static void cancel(void *self, uint64_t ticket)
{
    gh_finish(kept, ticket, GH_NEXT);
    throw std::runtime_error("nobody waits for me");
}

static void spoil(struct bad *bad)
{
    bad->module.create = create;
    bad->module.cancel = cancel;
    bad->spam_checker.user_may_join_room = user_may_join_room;
}
