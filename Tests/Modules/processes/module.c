/* Tells which process of the homeserver calls: {"late": true}.

   A join is denied with the process's name in the fields; with `late` by a reply that was reopened. Each new event is a
   line of the log for each process, and one for all of them. */
#include <gatehouse/gatehouse.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

struct teller {
    const gh_host *host;
    int is_late;
};

static gh_outcome tell(gh_verdict_reply *reply)
{
    char text[256];
    const gh_process *process = gh_process_of(reply);
    const gh_str name = process ? process->name : GH_STR("nobody");
    const int length = snprintf(text, sizeof text, "{\"process\":\"%.*s\",\"is_from_main\":%s}", (int)name.len,
        name.ptr, gh_is_from_main(reply) ? "true" : "false");
    return gh_deny_with(reply, GH_M_FORBIDDEN, gh_make_json(gh_make_str(text, (size_t)length)));
}

static gh_outcome user_may_join_room(void *self, const gh_user_may_join_room *call, gh_verdict_reply *reply)
{
    const struct teller *teller = self;
    gh_late late;
    (void)call;
    if (!teller->is_late) return tell(reply);
    const gh_outcome outcome = gh_defer(reply, &late);
    if (outcome != GH_PENDING) return outcome;
    gh_verdict_reply *reopened = gh_reopen_verdict(teller->host, late.ticket);
    gh_finish(teller->host, late.ticket, reopened ? tell(reopened) : GH_NEXT);
    return outcome;
}

static void log_event(const struct teller *teller, const gh_event *event, gh_str who)
{
    char text[512];
    const int length = snprintf(
        text, sizeof text, "%.*s from %.*s", (int)event->event_id.len, event->event_id.ptr, (int)who.len, who.ptr);
    teller->host->log(teller->host, GH_INFO, gh_make_str(text, (size_t)length), GH_NO_JSON);
}

static gh_outcome on_new_event(void *self, const gh_on_new_event *call, gh_notice_reply *reply)
{
    const struct teller *teller = self;
    const gh_process *process = gh_process_of(reply);
    log_event(teller, call->event, process ? process->name : GH_STR("nobody"));
    if (gh_is_from_main(reply)) log_event(teller, call->event, GH_STR("all of them, once"));
    return GH_NEXT;
}

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    gh_json late;
    struct teller *teller = calloc(1, sizeof *teller);
    (void)reply;
    if (!teller) return GH_FAILED;
    teller->host = host;
    teller->is_late = host->json->get(config, GH_STR("/late"), &late) == GH_FOUND;
    *self = teller;
    return GH_NEXT;
}

static const gh_spam_checker_callbacks spam_checker = {
    .size = sizeof spam_checker, .user_may_join_room = user_may_join_room};
static const gh_third_party_rules_callbacks third_party_rules = {
    .size = sizeof third_party_rules, .on_new_event = on_new_event};

static const gh_module module = {
    .size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("processes"),
    .create = create,
    .destroy = free,
    .spam_checker = &spam_checker,
    .third_party_rules = &third_party_rules,
};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
