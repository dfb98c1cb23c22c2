#include <stdlib.h>

#include "callbacks.h"
#include "script.h"

#define CALLBACK(category, name, kind, answer)                                                                         \
    static gh_outcome name(void *self, const gh_##name *call, gh_##kind##_reply *reply)                                \
    {                                                                                                                  \
        gh_outcome outcome;                                                                                            \
        (void)call;                                                                                                    \
        if (!script_plain(self, &reply->base, &outcome)) outcome = answer_##answer(self, reply);                       \
        return script_outcome(self, outcome);                                                                          \
    }

SPAM_CHECKER(CALLBACK)
THIRD_PARTY_RULES(CALLBACK)
PRESENCE_ROUTER(CALLBACK)

static gh_outcome on_create_room(void *self, const gh_on_create_room *call, gh_rewriting_reply *reply)
{
    gh_outcome outcome;
    if (!script_plain(self, &reply->base, &outcome)) outcome = answer_rewriting(self, call->request_content, reply);
    return script_outcome(self, outcome);
}

#define SLOT(category, name, kind, answer) .name = name,

static const gh_spam_checker_callbacks spam_checker = {.size = sizeof spam_checker, SPAM_CHECKER(SLOT)};
static const gh_third_party_rules_callbacks third_party_rules = {
    .size = sizeof third_party_rules, .on_create_room = on_create_room, THIRD_PARTY_RULES(SLOT)};
static const gh_presence_router_callbacks presence_router = {.size = sizeof presence_router, PRESENCE_ROUTER(SLOT)};

#define NAME(category, name, kind, answer) GH_STR_INIT(#category "." #name),

static const gh_str names[] = {
    SPAM_CHECKER(NAME) THIRD_PARTY_RULES(NAME) PRESENCE_ROUTER(NAME) GH_STR_INIT("third_party_rules.on_create_room")};

/* The presence router's callbacks stay together; the other one is not asked by a case. */
static bool stays(gh_str name, gh_str chosen)
{
    gh_str together = GH_STR("presence_router.");
    return gh_equal(name, chosen) || (gh_has_prefix(name, together) && gh_has_prefix(chosen, together));
}

static bool leave_out_others(gh_setup *setup, gh_str chosen)
{
    bool exists = false;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (!stays(names[i], chosen) && gh_leave_out(setup, names[i]) == GH_FAILED) return false;
        exists = exists || gh_equal(names[i], chosen);
    }
    return exists;
}

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    gh_json answer;
    if (setup->json->get(config, GH_STR("/answer"), &answer) != GH_FOUND || !gh_json_is_object(answer)) {
        return gh_refuse(reply, GH_STR("answer"), GH_STR("must be a mapping"));
    }
    gh_str chosen = json_string_at(setup->json, config, GH_STR("/callback"));
    bool exists = leave_out_others(setup, chosen);
    text_free(chosen);
    return exists ? GH_NEXT : gh_refuse(reply, GH_STR("callback"), GH_STR("must be a callback of this module"));
}

static void destroy(void *self)
{
    struct script *script = self;
    text_free(script->answer.text);
    free(script);
}

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    gh_json answer = GH_NO_JSON;
    struct script *script = malloc(sizeof *script);
    (void)host->json->get(config, GH_STR("/answer"), &answer);
    gh_str copy = text_join(&answer.text, 1);
    if (!script || gh_is_absent(copy)) {
        text_free(copy);
        free(script);
        return gh_refuse(reply, GH_STR("answer"), GH_STR("could not be read"));
    }
    *script = (struct script){.host = host, .answer = gh_make_json(copy)};
    *self = script;
    return GH_NEXT;
}

static const gh_module module = {
    .size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("scripted"),
    .version = GH_STR_INIT("1.0.0"),
    .description = GH_STR_INIT("Answers one callback as its configuration says"),
    .flags = GH_CONCURRENT | GH_PROMPT,
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
