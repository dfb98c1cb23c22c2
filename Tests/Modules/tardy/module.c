/* Answers late, in every callback that several modules may have, as it is told:
   {"how": HOW, "ms": 20, "until": FILE, "answer": true, "callback": CALLBACK}.

   HOW is one of those below. `ms` is how long another thread takes, `until` the file that ends what holds. With `answer` it gives an answer of the callback's kind, else it
   says next. With `callback` it takes part in that one alone. */
#define _POSIX_C_SOURCE 200809L
#include "queue.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "../scripted/callbacks.h"
#include "../scripted/taking_part.h"

#ifndef FLAGS
#define FLAGS 0
#endif

enum how {
    THREAD, /* another thread finishes it */
    BEFORE, /* this thread finishes it, before the callback returns */
    TWICE, /* another thread finishes it twice */
    CANCEL, /* it is finished when `cancel` comes, and never else */
    OTHER_KIND, /* another thread reopens the reply as one of another kind */
    UNDONE, /* defers, has it finished, and says next all the same */
    DEFERS_TWICE,
    NOTHING, /* says pending and has not deferred */
    FAILS, /* defers, has it finished, and fails all the same */
    HOLDS, /* comes back, and answers itself, when the file is there */
    HOWS
};

static const char *const names[HOWS] = {
    "thread", "before", "twice", "cancel", "other kind", "undone", "defers twice", "nothing", "fails", "holds"};

struct tardy {
    const gh_host *host;
    struct queue *queue;
    enum how how;
    int answers;
    int64_t delay;
    char until[256];
};

/* -- what it is told -- */

static int is_text(gh_json json, const char *text)
{
    size_t length = strlen(text);
    return json.text.len == length + 2 && memcmp(json.text.ptr + 1, text, length) == 0;
}

static int find_how(const gh_json_functions *json, gh_json config, enum how *how)
{
    gh_json value;
    if (json->get(config, GH_STR("/how"), &value) != GH_FOUND) return 0;
    for (int i = 0; i < HOWS; i++) {
        if (is_text(value, names[i])) return *how = (enum how)i, 1;
    }
    return 0;
}

/* -- answers -- */

static gh_outcome answer(gh_reply *reply, uint64_t kind)
{
    const gh_reply_functions *functions = reply->functions;
    switch (kind) {
    case GH_KIND_VERDICT:
    case GH_KIND_EVENT_VERDICT:
    case GH_KIND_CODE: return functions->deny(reply, GH_STR("M_LATE"), GH_NO_JSON);
    case GH_KIND_OBJECTION:
    case GH_KIND_REGISTRATION: return functions->deny(reply, GH_NO_STR, GH_NO_JSON);
    case GH_KIND_REPLACEMENT:
    case GH_KIND_OBJECT:
    case GH_KIND_REWRITING: return functions->give_object(reply, GH_JSON("{\"late\": true}"));
    case GH_KIND_TRUTH: return functions->give_truth(reply, 1);
    case GH_KIND_TEXT: return functions->give_text(reply, GH_STR("late"));
    case GH_KIND_NUMBER: return functions->give_number(reply, 7);
    case GH_KIND_LOGIN: return functions->log_in(reply, GH_STR("@late:x.org"), NULL);
    case GH_KIND_USERS: return functions->add_user(reply, GH_STR("@late:x.org"));
    case GH_KIND_PRESENCE: return functions->add_presence(reply, GH_STR("@late:x.org"), NULL);
    default: return GH_NEXT;
    }
}

/* Reads the copy of the arguments, whatever it is: its size and what stands behind. The sanitizers see whether it lives. */
static void touch(const void *call)
{
    size_t size;
    memcpy(&size, call, sizeof size);
    uint64_t sum = 0;
    for (size_t i = 0; i + 8 <= size; i += 8) {
        uint64_t word;
        memcpy(&word, (const char *)call + i, 8);
        sum += word;
    }
    volatile uint64_t seen = sum;
    (void)seen;
}

static void finish(void *context, const struct job *job)
{
    const struct tardy *tardy = context;
    uint64_t kind = tardy->how == OTHER_KIND ? job->kind % 10 + 1 : job->kind;
    touch(job->call);
    gh_reply *reply = tardy->host->late->reopen(tardy->host, job->ticket, kind);
    gh_outcome outcome = GH_NEXT;
    if (reply != NULL && tardy->answers) outcome = answer(reply, kind);
    touch(job->call);
    gh_finish(tardy->host, job->ticket, outcome);
    if (tardy->how == TWICE) gh_finish(tardy->host, job->ticket, outcome);
}

static void doze(int64_t nanoseconds)
{
    struct timespec pause = {.tv_sec = nanoseconds / 1000000000, .tv_nsec = nanoseconds % 1000000000};
    nanosleep(&pause, NULL);
}

static gh_outcome visit(struct tardy *tardy, const void *call, gh_reply *reply, uint64_t kind)
{
    gh_late late;
    if (tardy->how == NOTHING) return GH_PENDING;
    if (tardy->how == HOLDS) {
        while (access(tardy->until, F_OK) != 0)
            doze(1000000);
        return tardy->answers ? answer(reply, kind) : GH_NEXT;
    }
    gh_outcome outcome = gh_reply_defer(reply, &late);
    if (outcome != GH_PENDING) return outcome;
    touch(call);
    const struct job job = {.due = queue_now() + tardy->delay, .ticket = late.ticket, .kind = kind, .call = late.call};
    if (tardy->how == BEFORE) {
        finish(tardy, &job);
    } else if (tardy->how != CANCEL) {
        queue_add(tardy->queue, &job);
    }
    if (tardy->how == DEFERS_TWICE) return gh_reply_defer(reply, &late);
    if (tardy->how == FAILS) return gh_reply_fail(reply, GH_STR("it changed its mind"));
    return tardy->how == UNDONE ? GH_NEXT : GH_PENDING;
}

static void cancel(void *self, uint64_t ticket)
{
    struct tardy *tardy = self;
    char text[64];
    snprintf(text, sizeof text, "cancel: %s", gh_is_cancelled(tardy->host, ticket) ? "it is cancelled" : "it is open");
    tardy->host->log(tardy->host, GH_INFO, gh_make_str(text, strlen(text)), GH_NO_JSON);
    if (tardy->how == CANCEL) gh_finish(tardy->host, ticket, GH_NEXT);
}

/* -- callbacks -- */

#define KIND_event_verdict GH_KIND_EVENT_VERDICT
#define KIND_verdict GH_KIND_VERDICT
#define KIND_code GH_KIND_CODE
#define KIND_objection GH_KIND_OBJECTION
#define KIND_registration GH_KIND_REGISTRATION
#define KIND_replacement GH_KIND_REPLACEMENT
#define KIND_rewriting GH_KIND_REWRITING
#define KIND_notice GH_KIND_NOTICE
#define KIND_users GH_KIND_USERS
#define KIND_presence GH_KIND_PRESENCE
#define KIND_truth GH_KIND_TRUTH
#define KIND_text GH_KIND_TEXT
#define KIND_number GH_KIND_NUMBER
#define KIND_object GH_KIND_OBJECT
#define KIND_login GH_KIND_LOGIN
#define KIND_renewal GH_KIND_RENEWAL
#define KIND_limits GH_KIND_LIMITS
#define KIND_override GH_KIND_OVERRIDE
#define KIND_update GH_KIND_UPDATE

#define CALLBACK(category, name, kind, answer)                                                                         \
    static gh_outcome name(void *self, const gh_##name *call, gh_##kind##_reply *reply)                                \
    {                                                                                                                  \
        return visit(self, call, &reply->base, KIND_##kind);                                                           \
    }

CALLBACKS(CALLBACK)
CALLBACK(third_party_rules, on_create_room, rewriting, rewriting)

TABLES

/* -- its life -- */

#define NAME(category, name, kind, answer) #category "." #name,

static const char *const callbacks[] = {CALLBACKS(NAME) "third_party_rules.on_create_room", NULL};

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    enum how how;
    gh_json only;
    if (!find_how(setup->json, config, &how)) return gh_refuse(reply, GH_STR("how"), GH_STR("must be one it knows"));
    if (leave_out_exclusive(setup, config) != GH_NEXT) return GH_FAILED;
    if (setup->json->get(config, GH_STR("/callback"), &only) != GH_FOUND) {
        return check_logins(setup, GH_STR("m.login.password"));
    }
    for (const char *const *name = callbacks; *name; name++) {
        if (is_text(only, *name)) continue;
        if (gh_leave_out(setup, gh_make_str(*name, strlen(*name))) != GH_NEXT) return GH_FAILED;
    }
    return GH_NEXT;
}

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    gh_json value;
    int64_t milliseconds = 0;
    struct tardy *tardy = calloc(1, sizeof *tardy);
    if (tardy != NULL) tardy->queue = queue_create(8, finish, tardy);
    if (tardy == NULL || tardy->queue == NULL) return gh_refuse(reply, GH_STR(""), GH_STR("there is no memory left"));
    tardy->host = host;
    find_how(host->json, config, &tardy->how);
    tardy->answers = host->json->get(config, GH_STR("/answer"), &value) == GH_FOUND;
    if (host->json->get(config, GH_STR("/ms"), &value) == GH_FOUND) host->json->integer(value, &milliseconds);
    tardy->delay = milliseconds * 1000000;
    if (host->json->get(config, GH_STR("/until"), &value) == GH_FOUND) {
        size_t length;
        host->json->unescape(value, tardy->until, sizeof tardy->until - 1, &length);
    }
    *self = tardy;
    return GH_NEXT;
}

static void destroy(void *self)
{
    struct tardy *tardy = self;
    queue_destroy(tardy->queue);
    free(tardy);
}

static const gh_module module = {.size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("tardy"),
    .flags = FLAGS,
    .configure = configure,
    .create = create,
    .destroy = destroy,
    .cancel = cancel,
    IN_RECORD};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
