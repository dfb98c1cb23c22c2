/* A module of the next minor: it sets the fields that came at the ends, and asks before it uses the host's. */
#include <gatehouse/gatehouse.h>

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    (void)config;
    if (host->info->minor >= GH_MINOR) return gh_refuse(reply, GH_STR(""), GH_STR("this host is not older"));
    if (GH_HAS(host, newer_function)) return gh_refuse(reply, GH_STR(""), GH_STR("gh_host is too long"));
    *self = (void *)host;
    return GH_NEXT;
}

/* The new fields of arguments are read without asking: what the host does not know is zero. */
static gh_outcome user_may_join_room(void *self, const gh_user_may_join_room *call, gh_verdict_reply *reply)
{
    (void)self;
    if (!gh_is_absent(call->newer_text) || call->newer_text.len) return gh_fail(reply, GH_STR("newer_text is there"));
    if (call->newer_flag) return gh_fail(reply, GH_STR("newer_flag is set"));
    if (GH_HAS(reply->base.functions, newer_answer)) return gh_fail(reply, GH_STR("gh_reply_functions is too long"));
    return call->is_invited ? GH_NEXT : gh_deny_code(reply, call->room_id);
}

/* An event is no argument struct: its size says what it has. */
static gh_outcome check_event_for_spam(void *self, const gh_check_event_for_spam *call, gh_event_verdict_reply *reply)
{
    (void)self;
    if (GH_HAS(call->event, newer_text)) return gh_fail(reply, GH_STR("gh_event is too long"));
    return gh_event_deny_text(reply, call->event->sender);
}

static gh_outcome newer_callback(void *self, const gh_user_may_join_room *call, gh_verdict_reply *reply)
{
    (void)self;
    (void)call;
    return gh_deny(reply);
}

static gh_outcome newer_entry(void *self)
{
    (void)self;
    return GH_FAILED;
}

static const gh_spam_checker_callbacks spam_checker = {
    .size = sizeof spam_checker,
    .user_may_join_room = user_may_join_room,
    .check_event_for_spam = check_event_for_spam,
    .newer_callback = newer_callback,
};

static const gh_module module = {
    .size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("newer"),
    .create = create,
    .spam_checker = &spam_checker,
    .newer_text = GH_STR_INIT("what no older host reads"),
    .newer_entry = newer_entry,
};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
