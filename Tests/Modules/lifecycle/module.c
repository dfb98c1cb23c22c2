/* Writes down who calls it, and refuses where its configuration says. */
#include <stdatomic.h>
#include <stdlib.h>

#include "script.h"

struct life {
    const gh_host *host;
    struct script script;
    atomic_int inside;
};

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    struct script script = {.json = setup->json, .config = config};
    script_note(&script, "configure", setup->instance_name);
    script_leave_out(&script, setup);
    script_read_state(&script, setup);
    script_refuse(&script, GH_STR("/refuse/configure"), reply);
    return script_outcome(&script, GH_STR("/returns/configure"));
}

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    struct script script = {.json = host->json, .config = config};
    script_note(&script, "create", host->instance_name);
    script_refuse(&script, GH_STR("/refuse/create"), reply);
    struct life *life = calloc(1, sizeof *life);
    if (!life) return GH_FAILED;
    life->host = host;
    if (!script_copy(&script, &life->script)) {
        free(life);
        return GH_FAILED;
    }
    *self = life; /* also where it is refused: such an instance must not be ended */
    return script_outcome(&script, GH_STR("/returns/create"));
}

static void destroy(void *self)
{
    struct life *life = self;
    script_note(&life->script, "destroy", life->host->instance_name);
    script_free(&life->script);
    free(life);
}

/* Tells how many threads are inside while this one is. */
static gh_outcome visit(struct life *life)
{
    char text[32];
    int inside = atomic_fetch_add(&life->inside, 1) + 1;
    int length = snprintf(text, sizeof text, "%d inside", inside);
    life->host->log(life->host, GH_INFO, gh_make_str(text, (size_t)length), GH_NO_JSON);
    atomic_fetch_sub(&life->inside, 1);
    return GH_NEXT;
}

static gh_outcome user_may_create_room(void *self, const gh_user_may_create_room *call, gh_verdict_reply *reply)
{
    (void)call;
    (void)reply;
    return visit(self);
}

static gh_outcome check_can_deactivate_user(
    void *self, const gh_check_can_deactivate_user *call, gh_objection_reply *reply)
{
    (void)call;
    (void)reply;
    return visit(self);
}

static gh_outcome check_can_shutdown_room(void *self, const gh_check_can_shutdown_room *call, gh_objection_reply *reply)
{
    (void)call;
    (void)reply;
    return visit(self);
}

static gh_outcome get_users_for_states(void *self, const gh_get_users_for_states *call, gh_presence_reply *reply)
{
    (void)call;
    (void)reply;
    return visit(self);
}

static gh_outcome get_interested_users(void *self, const gh_get_interested_users *call, gh_users_reply *reply)
{
    (void)call;
    (void)reply;
    return visit(self);
}

/* One table takes concurrent calls, one is prompt but does not, one says nothing. */
static const gh_spam_checker_callbacks spam_checker = {
    .size = sizeof spam_checker, .flags = GH_CONCURRENT | GH_PROMPT, .user_may_create_room = user_may_create_room};
static const gh_third_party_rules_callbacks third_party_rules = {
    .size = sizeof third_party_rules,
    .flags = GH_PROMPT,
    .check_can_shutdown_room = check_can_shutdown_room,
    .check_can_deactivate_user = check_can_deactivate_user,
};
static const gh_presence_router_callbacks presence_router = {
    .size = sizeof presence_router,
    .get_users_for_states = get_users_for_states,
    .get_interested_users = get_interested_users,
};

static const gh_module module = {
    .size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("lifecycle"),
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
