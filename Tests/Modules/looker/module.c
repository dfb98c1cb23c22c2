/* Looks at room state that it did not declare: {"type": TYPE}. For each message it logs what came of the look-up, a word of
   outcome.h, and the event's text. */
#include <gatehouse/gatehouse.h>

#include <stdio.h>
#include <stdlib.h>

struct looker {
    const gh_host *host;
    gh_str type;
    char text[256];
};

static gh_outcome check_event_allowed(void *self, const gh_check_event_allowed *call, gh_replacement_reply *reply)
{
    const struct looker *looker = self;
    const gh_event *event = NULL;
    char line[4096];
    (void)reply;
    if (!gh_equal(call->event->type, GH_STR("m.room.message"))) return GH_NEXT;
    const gh_found found = looker->host->state->get(call->state_events, looker->type, GH_STR(""), &event);
    const gh_str text = event ? event->text.text : GH_STR("nothing");
    const int length = snprintf(line, sizeof line, "looked: %d %.*s", (int)found, (int)text.len, text.ptr);
    looker->host->log(looker->host, GH_INFO, gh_make_str(line, (size_t)length), GH_NO_JSON);
    return GH_NEXT;
}

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    gh_json type;
    struct looker *looker = calloc(1, sizeof *looker);
    size_t length = 0;
    if (!looker) return GH_FAILED;
    looker->host = host;
    if (host->json->get(config, GH_STR("/type"), &type) != GH_FOUND ||
        host->json->unescape(type, looker->text, sizeof looker->text, &length) != GH_FOUND) {
        free(looker);
        return gh_refuse(reply, GH_STR("type"), GH_STR("is missing"));
    }
    looker->type = gh_make_str(looker->text, length);
    *self = looker;
    return GH_NEXT;
}

static const gh_third_party_rules_callbacks third_party_rules = {
    .size = sizeof third_party_rules, .check_event_allowed = check_event_allowed};

static const gh_module module = {
    .size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("looker"),
    .create = create,
    .destroy = free,
    .third_party_rules = &third_party_rules,
};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
