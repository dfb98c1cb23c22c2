/* A whole life: a configuration that is looked at, an instance that remembers, JSON and room state that are asked. */
#include <gatehouse/gatehouse.h>

#include <stdlib.h>

struct keeper {
    const gh_host *host;
    gh_json banned; /* points into `config` */
    int64_t limit;
    int64_t calls;
    size_t length;
    char config[]; /* a copy: what `create` gets is borrowed */
};

/* Text put together. What does not fit is cut off. */
struct text {
    size_t length;
    char bytes[512];
};

static void add(struct text *text, gh_str part)
{
    size_t room = sizeof text->bytes - text->length, length = part.len < room ? part.len : room;
    if (length > 0) memcpy(text->bytes + text->length, part.ptr, length);
    text->length += length;
}

static gh_str whole(const struct text *text) { return gh_make_str(text->bytes, text->length); }

static gh_str digit(const char digits[10], int64_t number) { return gh_make_str(digits + number % 10, 1); }

/* {"banned": [user id, ...], "limit": 0 to 9, "takes_invites": boolean} */
static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    const gh_json_functions *json = setup->json;
    gh_outcome outcome = GH_NEXT;
    gh_json value, item, key;
    uint64_t cursor = 0;
    int64_t limit;
    if (json->get(config, GH_STR("/limit"), &value) == GH_FOUND &&
        (json->integer(value, &limit) != GH_FOUND || limit < 0 || limit > 9))
        outcome = gh_refuse(reply, GH_STR("limit"), GH_STR("must be a whole number from 0 to 9"));
    if (json->get(config, GH_STR("/banned"), &value) == GH_FOUND) {
        for (int64_t i = 0; json->next(value, &cursor, NULL, &item) == GH_FOUND; i++) {
            struct text path = {.length = 0};
            if (gh_json_is_string(item)) continue;
            add(&path, GH_STR("banned."));
            add(&path, digit("0123456789", i));
            outcome = gh_refuse(reply, whole(&path), GH_STR("must be a user id"));
        }
    }
    for (cursor = 0; json->next(config, &cursor, &key, &value) == GH_FOUND;) {
        if (gh_json_is(key, GH_STR("\"limit\"")) || gh_json_is(key, GH_STR("\"banned\""))) continue;
        if (!gh_json_is(key, GH_STR("\"takes_invites\""))) return gh_refuse(reply, key.text, GH_STR("is no setting"));
        if (!gh_json_is_true(value) && gh_leave_out(setup, GH_STR("spam_checker.user_may_invite")) != GH_NEXT)
            return gh_refuse(reply, GH_STR("takes_invites"), GH_STR("the host has no such callback"));
    }
    if (gh_leave_out(setup, GH_STR("spam_checker.not_in_this_host")) != GH_NEXT)
        return gh_refuse(reply, GH_STR(""), GH_STR("the host does not leave out what it does not know"));
    if (gh_read_state(setup, GH_STR("m.room.topic"), GH_STR("")) != GH_NEXT) return GH_FAILED;
    return outcome;
}

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    gh_json value;
    struct keeper *keeper = malloc(sizeof *keeper + config.text.len);
    if (!keeper) return gh_refuse(reply, GH_STR(""), GH_STR("there is no memory"));
    *keeper = (struct keeper){.host = host, .length = config.text.len};
    memcpy(keeper->config, config.text.ptr, config.text.len);
    gh_json copy = gh_make_json(gh_make_str(keeper->config, keeper->length));
    if (host->json->get(copy, GH_STR("/banned"), &keeper->banned) != GH_FOUND) keeper->banned = GH_JSON("[]");
    if (host->json->get(copy, GH_STR("/limit"), &value) == GH_FOUND) (void)host->json->integer(value, &keeper->limit);
    if (host->now(host, GH_WALL) <= 0 || host->now(host, GH_MONOTONIC) < 0 || gh_is_absent(host->instance_name) ||
        host->info->major != GH_MAJOR || host->service(host, GH_STR("gatehouse.no_such_service/1"))) {
        free(keeper);
        return gh_refuse(reply, GH_STR(""), GH_STR("the host is not as it should be"));
    }
    *self = keeper;
    return GH_NEXT;
}

/* Says on standard error that it was called, and how often. */
static void destroy(void *self)
{
    struct keeper *keeper = self;
    struct text text = {.length = 0};
    add(&text, keeper->host->instance_name);
    add(&text, GH_STR(" ends after calls: "));
    add(&text, digit("0123456789", keeper->calls));
    keeper->host->log(keeper->host, GH_ERROR, whole(&text), GH_JSON("{\"museum\":\"1.0\"}"));
    free(keeper);
}

/* Compares what JSON strings say: they may be escaped in several ways. */
static int is_banned(const struct keeper *keeper, gh_str user)
{
    const gh_json_functions *json = keeper->host->json;
    uint64_t cursor = 0;
    gh_json item;
    char name[256];
    size_t needed;
    while (json->next(keeper->banned, &cursor, NULL, &item) == GH_FOUND) {
        if (json->unescape(item, NULL, 0, &needed) != GH_TOO_SMALL || needed > sizeof name) continue;
        if (json->unescape(item, name, sizeof name, &needed) == GH_FOUND && gh_equal(gh_make_str(name, needed), user))
            return 1;
    }
    return 0;
}

/* Denies with a text for the client, quoted by the host. */
static gh_outcome user_may_join_room(void *self, const gh_user_may_join_room *call, gh_verdict_reply *reply)
{
    struct keeper *keeper = self;
    const gh_json_functions *json = keeper->host->json;
    struct text error = {.length = 0}, fields = {.length = 0};
    char quoted[600];
    size_t needed;
    keeper->calls++;
    if (!is_banned(keeper, call->user_id)) return GH_NEXT;
    add(&error, GH_STR("\"Not\" with us, "));
    add(&error, call->user_id);
    if (json->quote(whole(&error), quoted, sizeof quoted, &needed) != GH_FOUND)
        return gh_fail(reply, GH_STR("it cannot be quoted"));
    add(&fields, GH_STR("{\"error\":"));
    add(&fields, gh_make_str(quoted, needed));
    add(&fields, GH_STR(",\"limit\":"));
    add(&fields, digit("0123456789", keeper->limit));
    add(&fields, GH_STR("}"));
    return gh_deny_with(reply, GH_M_FORBIDDEN, gh_make_json(whole(&fields)));
}

static gh_outcome user_may_invite(void *self, const gh_user_may_invite *call, gh_verdict_reply *reply)
{
    struct keeper *keeper = self;
    keeper->calls++;
    return is_banned(keeper, call->invitee) ? gh_deny(reply) : GH_NEXT;
}

/* Allows as many state events in the request as the limit says. */
static gh_outcome user_may_create_room(void *self, const gh_user_may_create_room *call, gh_verdict_reply *reply)
{
    struct keeper *keeper = self;
    const gh_json_functions *json = keeper->host->json;
    gh_json list, item;
    uint64_t cursor = 0;
    int64_t count = 0;
    keeper->calls++;
    if (json->get(call->room_config, GH_STR("/no such/key"), &list) != GH_ABSENT)
        return gh_fail(reply, GH_STR("what is not there was found"));
    if (json->get(GH_JSON("{\"broken\""), GH_STR("/broken"), &list) != GH_UNREACHABLE)
        return gh_fail(reply, GH_STR("what is no JSON was read"));
    if (json->get(call->room_config, GH_STR("/initial_state"), &list) != GH_FOUND) return GH_NEXT;
    while (json->next(list, &cursor, NULL, &item) == GH_FOUND)
        count++;
    return count > keeper->limit ? gh_deny_code(reply, GH_M_LIMIT_EXCEEDED) : GH_NEXT;
}

/* Where the room has a topic, messages say it and nothing else: others are replaced by it. */
static gh_outcome check_event_allowed(void *self, const gh_check_event_allowed *call, gh_replacement_reply *reply)
{
    struct keeper *keeper = self;
    const gh_host *host = keeper->host;
    const gh_event *topic_event, *other;
    gh_json topic, body = GH_NO_JSON;
    struct text event = {.length = 0};
    keeper->calls++;
    gh_found found = host->state->get(call->state_events, GH_STR("m.room.topic"), GH_STR(""), &topic_event);
    if (found == GH_ABSENT) return GH_NEXT;
    if (found != GH_FOUND) return gh_fail(reply, GH_STR("the topic is declared and yet not at hand"));
    if (host->state->get(call->state_events, GH_STR("m.room.topic"), GH_STR("another"), &other) != GH_ABSENT)
        return gh_fail(reply, GH_STR("state of another key was found"));
    if (host->json->get(topic_event->text, GH_STR("/content/topic"), &topic) != GH_FOUND) return GH_NEXT;
    (void)host->json->get(call->event->text, GH_STR("/content/body"), &body);
    if (gh_equal(body.text, topic.text)) return GH_NEXT;
    if (!gh_json_is_string(body)) return gh_replacement_deny(reply);
    add(&event, GH_STR("{\"type\":\"m.room.message\",\"content\":{\"body\":"));
    add(&event, topic.text);
    add(&event, GH_STR("}}"));
    return gh_replace(reply, gh_make_json(whole(&event)));
}

static const gh_spam_checker_callbacks spam_checker = {
    .size = sizeof spam_checker,
    .user_may_join_room = user_may_join_room,
    .user_may_invite = user_may_invite,
    .user_may_create_room = user_may_create_room,
};

static const gh_third_party_rules_callbacks third_party_rules = {
    .size = sizeof third_party_rules,
    .check_event_allowed = check_event_allowed,
};

static const gh_module module = {
    .size = sizeof module,
    .major = GH_MAJOR,
    .minor = GH_MINOR,
    .name = GH_STR_INIT("keeper"),
    .version = GH_STR_INIT("1.0.0"),
    .configure = configure,
    .create = create,
    .destroy = destroy,
    .spam_checker = &spam_checker,
    .third_party_rules = &third_party_rules,
};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
