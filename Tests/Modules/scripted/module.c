#include <stdlib.h>

#include "callbacks.h"
#include "script.h"
#include "taking_part.h"

#define ANSWER(callback, answering)                                                                                    \
    struct script script;                                                                                              \
    gh_outcome outcome;                                                                                                \
    (void)call;                                                                                                        \
    script_note(self, GH_STR(callback));                                                                               \
    if (!script_open(&script, self)) return gh_fail(reply, GH_STR("the script cannot be read"));                       \
    if (!script_plain(&script, &reply->base, &outcome)) outcome = answering;                                           \
    outcome = script_outcome(&script, outcome);                                                                        \
    script_close(&script, self);                                                                                       \
    return outcome;

#define CALLBACK(category, name, kind, answer)                                                                         \
    static gh_outcome name(void *self, const gh_##name *call, gh_##kind##_reply *reply)                                \
    {                                                                                                                  \
        ANSWER(#category "." #name, answer_##answer(&script, reply))                                                   \
    }

CALLBACKS(CALLBACK)

static gh_outcome on_create_room(void *self, const gh_on_create_room *call, gh_rewriting_reply *reply){
    ANSWER("third_party_rules.on_create_room", answer_rewriting(&script, call->request_content, reply))}

TABLES

#define NAME(category, name, kind, answer) GH_STR_INIT(#category "." #name),

    static const gh_str names[] = {CALLBACKS(NAME) GH_STR_INIT("third_party_rules.on_create_room")};

/* The presence router's callbacks stay together, those of background updates with on_update, and the end of a login with
   its beginning; the others are not asked by a case. */
static bool stays(gh_str name, gh_str chosen)
{
    const gh_str together[] = {GH_STR("presence_router."), GH_STR("background_update_controller.")};
    const gh_str logins = GH_STR("password_auth_provider."), completion = GH_STR("password_auth_provider.post_login");
    if (gh_has_prefix(name, completion) && gh_has_prefix(chosen, logins)) return true;
    for (size_t i = 0; i < sizeof together / sizeof together[0]; i++) {
        if (gh_has_prefix(name, together[i]) && gh_has_prefix(chosen, together[i])) return true;
    }
    return gh_equal(name, chosen);
}

/* {"leaves_out": true}: the chosen one as well, and what cannot be there without it. */
static bool goes(gh_str name, gh_str chosen)
{
    const gh_str updates = GH_STR("background_update_controller.");
    bool may_stay =
        gh_has_prefix(chosen, updates) && !gh_equal(chosen, GH_STR("background_update_controller.on_update"));
    return gh_equal(name, chosen) || !may_stay;
}

static bool leave_out(gh_setup *setup, gh_str chosen, bool leaves_out)
{
    bool exists = false;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        bool is_out = !stays(names[i], chosen) || (leaves_out && goes(names[i], chosen));
        if (is_out && gh_leave_out(setup, names[i]) == GH_FAILED) return false;
        exists = exists || gh_equal(names[i], chosen);
    }
    return exists;
}

/* Logins of the type org.example.key are checked by "field", if it is there. */
static bool check_all_logins(gh_setup *setup, gh_json config)
{
    gh_str field = json_string_at(setup->json, config, GH_STR("/field"));
    gh_outcome outcome = gh_is_absent(field) ? check_logins(setup, GH_STR("org.example.key"))
                                             : gh_check_logins(setup, GH_STR("org.example.key"), &field, 1);
    text_free(field);
    return outcome == GH_NEXT && check_logins(setup, GH_STR("m.login.password")) == GH_NEXT;
}

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    gh_json answer, file, leaving;
    bool reads = setup->json->get(config, GH_STR("/file"), &file) == GH_FOUND;
    bool knows = setup->json->get(config, GH_STR("/answer"), &answer) == GH_FOUND && gh_json_is_object(answer);
    if (!reads && !knows) {
        return gh_refuse(reply, GH_STR("answer"), GH_STR("must be a mapping"));
    }
    gh_str chosen = json_string_at(setup->json, config, GH_STR("/callback"));
    bool leaves_out = setup->json->get(config, GH_STR("/leaves_out"), &leaving) == GH_FOUND;
    bool exists = leave_out(setup, chosen, leaves_out);
    bool logs_in = !leaves_out && gh_equal(chosen, GH_STR("password_auth_provider.auth_checkers"));
    if (logs_in && !check_all_logins(setup, config)) exists = false;
    text_free(chosen);
    return exists ? GH_NEXT : gh_refuse(reply, GH_STR("callback"), GH_STR("must be a callback of this module"));
}

static void destroy(void *self)
{
    struct script *script = self;
    text_free(script->answers);
    text_free(script->file);
    text_free(script->asked);
    free(script);
}

static gh_str path_at(const json_functions *json, gh_json config, gh_str pointer)
{
    gh_str path = json_string_at(json, config, pointer);
    gh_str ended = text_join((gh_str[]){path, GH_STR("\0")}, 2);
    text_free(path);
    return ended;
}

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    gh_json answer = GH_NO_JSON, place;
    struct script *script = malloc(sizeof *script);
    if (!script) return gh_refuse(reply, GH_STR(""), GH_STR("no memory"));
    (void)host->json->get(config, GH_STR("/answer"), &answer);
    *script = (struct script){.host = host, .answers = text_join(&answer.text, 1)};
    script->answer = gh_make_json(script->answers);
    script->file = path_at(host->json, config, GH_STR("/file"));
    script->asked = path_at(host->json, config, GH_STR("/asked"));
    if (host->json->get(config, GH_STR("/place"), &place) == GH_FOUND) (void)host->json->integer(place, &script->place);
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
