#include <stdio.h>
#include <stdlib.h>

#include "settings.h"

/* Sets no flag: the host lets one thread in at a time, whatever the entry, so that nothing here needs a lock. */
struct limiter {
    struct settings settings;
    const gh_host *host;
    const gh_store *store;
    int64_t refused; /* since the log was last told */
};

static const int64_t minute = 60000000000;

/* Makes "sent/@user:server"; absent where that is too long for a key. */
static gh_str make_key(char *buffer, gh_str user_id)
{
    static const char prefix[] = "sent/";
    size_t start = sizeof prefix - 1;
    if (start + user_id.len > GH_STORE_KEY_LIMIT) return GH_NO_STR;
    memcpy(buffer, prefix, start);
    memcpy(buffer + start, user_id.ptr, user_id.len);
    return gh_make_str(buffer, start + user_id.len);
}

/* A server asks about the events of others as well, old ones among them: a refusal would only tear holes into a room's
   history. */
static gh_outcome check_event_for_spam(void *self, const gh_check_event_for_spam *call, gh_event_verdict_reply *reply)
{
    struct limiter *limiter = self;
    char buffer[GH_STORE_KEY_LIMIT];
    int64_t sent = 0;
    if (!call->event->local) return GH_NEXT;
    gh_str key = make_key(buffer, call->event->sender);
    gh_found found = limiter->store->increment(limiter->store, key, 1, limiter->settings.window, &sent);
    if (found != GH_FOUND || sent <= limiter->settings.events) return GH_NEXT;
    limiter->refused++;
    return gh_event_deny_code(reply, GH_M_LIMIT_EXCEEDED);
}

static void tell(void *context, uint64_t timer)
{
    struct limiter *limiter = context;
    char text[80];
    (void)timer;
    if (limiter->refused == 0) return;
    int length = snprintf(text, sizeof text, "refused %lld events within a minute", (long long)limiter->refused);
    limiter->host->log(limiter->host, GH_INFO, gh_make_str(text, (size_t)length), GH_NO_JSON);
    limiter->refused = 0;
}

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    struct settings settings;
    return read_settings(setup->json, config, &settings, reply);
}

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    struct limiter *limiter = calloc(1, sizeof *limiter);
    if (limiter == NULL) return gh_refuse(reply, GH_STR(""), GH_STR("there is no memory left"));
    const gh_timers *timers = gh_find_timers(host);
    limiter->host = host;
    limiter->store = gh_find_store(host);
    gh_outcome outcome = read_settings(host->json, config, &limiter->settings, reply);
    if (outcome == GH_NEXT && timers->every(timers, minute, tell, limiter) == 0) {
        outcome = gh_refuse(reply, GH_STR(""), GH_STR("the host gives it no timer"));
    }
    if (outcome != GH_NEXT) free(limiter);
    *self = outcome == GH_NEXT ? limiter : NULL;
    return outcome;
}

static void destroy(void *self) { free(self); }

static const char *const services[] = {GH_STORE, GH_TIMERS, NULL};

static const gh_spam_checker_callbacks spam_checker = {
    .size = sizeof spam_checker,
    .check_event_for_spam = check_event_for_spam,
};

static const gh_module module = {
    .size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("rate_limit"),
    .version = GH_STR_INIT("1.0.0"),
    .vendor = GH_STR_INIT("Gatehouse"),
    .licence = GH_STR_INIT("Apache-2.0"),
    .description = GH_STR_INIT("Refuses the events of local users who send too many"),
    .requires_services = services,
    .configure = configure,
    .create = create,
    .destroy = destroy,
    .spam_checker = &spam_checker,
};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
