#include <stdlib.h>

#include "callbacks.h"
#include "script.h"
#include "taking_part.h"

#define CALLBACK(category, name, kind, answer)                                                                         \
    static gh_outcome name(void *self, const gh_##name *call, gh_##kind##_reply *reply)                                \
    {                                                                                                                  \
        gh_outcome outcome;                                                                                            \
        (void)call;                                                                                                    \
        if (!script_plain(self, &reply->base, &outcome)) outcome = answer_##answer(self, reply);                       \
        return script_outcome(self, outcome);                                                                          \
    }

CALLBACKS(CALLBACK)

static gh_outcome on_create_room(void *self, const gh_on_create_room *call, gh_rewriting_reply *reply)
{
    gh_outcome outcome;
    if (!script_plain(self, &reply->base, &outcome)) outcome = answer_rewriting(self, call->request_content, reply);
    return script_outcome(self, outcome);
}

TABLES

#define NAME(category, name, kind, answer) GH_STR_INIT(#category "." #name),

static const gh_str names[] = {CALLBACKS(NAME) GH_STR_INIT("third_party_rules.on_create_room")};

/* The presence router's callbacks stay together, and those of background updates with on_update; the others are not
   asked by a case. */
static bool stays(gh_str name, gh_str chosen)
{
    const gh_str together[] = {GH_STR("presence_router."), GH_STR("background_update_controller.")};
    for (size_t i = 0; i < sizeof together / sizeof together[0]; i++) {
        if (gh_has_prefix(name, together[i]) && gh_has_prefix(chosen, together[i])) return true;
    }
    return gh_equal(name, chosen);
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
    bool logs_in = gh_equal(chosen, GH_STR("password_auth_provider.auth_checkers"));
    if (logs_in && check_logins(setup, GH_STR("m.login.password")) != GH_NEXT) exists = false;
    if (logs_in && check_logins(setup, GH_STR("org.example.key")) != GH_NEXT) exists = false;
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

static const gh_module module = {.size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("scripted"),
    .version = GH_STR_INIT("1.0.0"),
    .description = GH_STR_INIT("Answers one callback as its configuration says"),
    .flags = GH_CONCURRENT | GH_PROMPT,
    .configure = configure,
    .create = create,
    .destroy = destroy,
    IN_RECORD};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
