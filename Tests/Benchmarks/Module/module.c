/* What all rows ask: is the sender on a list? Compiled once; copies with another number are libraries of their own, so
   that a hundred of them are a hundred distinct callbacks. */
#include <stdlib.h>
#include <string.h>

#include "later.h"
#include "list.h"

/* The script puts another number here in each copy. */
GH_EXPORT const volatile char bench_number[17] = "GATEHOUSE_NUMBER";

static gh_outcome user_may_join_room(void *self, const gh_user_may_join_room *call, gh_verdict_reply *reply)
{
    if (!list_contains(self, call->user_id)) return GH_NEXT;
    return gh_deny_code(reply, GH_M_FORBIDDEN);
}

/* The one callback that answers late. A copy of this library makes one instance. */
static struct later later = {.mutex = PTHREAD_MUTEX_INITIALIZER, .some = PTHREAD_COND_INITIALIZER};
static pthread_once_t later_began = PTHREAD_ONCE_INIT;
static void begin_later(void) { later_begin(&later); }

static gh_outcome user_may_invite(void *self, const gh_user_may_invite *call, gh_verdict_reply *reply)
{
    (void)self;
    (void)call;
    pthread_once(&later_began, begin_later);
    return later_answer(&later, &reply->base);
}

static gh_outcome check_event_for_spam(void *self, const gh_check_event_for_spam *call, gh_event_verdict_reply *reply)
{
    if (!list_contains(self, call->event->sender)) return GH_NEXT;
    return gh_event_deny_code(reply, GH_M_FORBIDDEN);
}

static gh_outcome check_event_allowed(void *self, const gh_check_event_allowed *call, gh_replacement_reply *reply)
{
    if (!list_contains(self, call->event->sender)) return GH_NEXT;
    return gh_replacement_deny(reply);
}

static gh_outcome on_new_event(void *self, const gh_on_new_event *call, gh_notice_reply *reply)
{
    (void)reply;
    struct list *list = self;
    if (list_contains(list, call->event->sender)) __atomic_fetch_add(&list->seen, 1, __ATOMIC_RELAXED);
    return GH_NEXT;
}

/* The same question as a hook. */
static bool may_join(void *self, gh_str user_id, gh_str room_id, bool is_invited)
{
    (void)room_id;
    (void)is_invited;
    return !list_contains(self, user_id);
}

static const gh_offer joining = GH_OFFER("bench.may_join", "bool(str user_id, str room_id, bool is_invited)", may_join);
static const gh_offer *const offers[] = {&joining, NULL};

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    gh_json users;
    later.host = host;
    if (host->json->get(config, GH_STR("/users"), &users) != GH_FOUND) return GH_NEXT;
    *self = list_make((size_t)strtoul(users.text.ptr, NULL, 10));
    return *self ? GH_NEXT : gh_refuse(reply, GH_STR("users"), GH_STR("there is no memory for so many"));
}

static void destroy(void *self) { free(self); }

static const gh_spam_checker_callbacks spam_checker = {
    .size = sizeof spam_checker,
    .user_may_join_room = user_may_join_room,
    .user_may_invite = user_may_invite,
    .check_event_for_spam = check_event_for_spam,
};

static const gh_third_party_rules_callbacks third_party_rules = {
    .size = sizeof third_party_rules,
    .check_event_allowed = check_event_allowed,
    .on_new_event = on_new_event,
};

static const gh_module module = {
    .size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("bench"),
    .flags = GH_CONCURRENT | GH_PROMPT,
    .create = create,
    .destroy = destroy,
    .spam_checker = &spam_checker,
    .third_party_rules = &third_party_rules,
    .offers = offers,
};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}

/* For peers that know no contract: the same work, found by dlsym. Apache's hooks hand over no instance. */
static void *own;
GH_EXPORT const gh_spam_checker_callbacks *bench_callbacks(void) { return &spam_checker; }
GH_EXPORT void *bench_make(size_t users) { return own = list_make(users); }
GH_EXPORT int bench_hook(const gh_user_may_join_room *call) { return list_contains(own, call->user_id) ? 403 : -1; }
