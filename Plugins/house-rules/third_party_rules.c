#include "house.h"
#include "json_text.h"

#define UNKNOWN_LOCK GH_STR("the state of the room could not be read")

/* GH_FOUND: the room is locked. GH_ABSENT: it is not. Anything else: nobody knows. */
static gh_found find_lock(const struct house *house, const gh_state *state)
{
    const gh_event *lock;
    gh_json locked;
    gh_found found = house->host->state->get(state, GH_STR("org.example.lock"), GH_STR(""), &lock);
    if (found == GH_FOUND) found = house->host->json->get(lock->text, GH_STR("/content/locked"), &locked);
    return found == GH_FOUND && !gh_json_is_true(locked) ? GH_ABSENT : found;
}

static gh_outcome check_topic(const struct house *house, const gh_state *state, gh_replacement_reply *reply)
{
    switch (find_lock(house, state)) {
    case GH_FOUND: return gh_replacement_deny(reply);
    case GH_ABSENT: return GH_NEXT;
    default: return gh_fail(reply, UNKNOWN_LOCK);
    }
}

static gh_outcome censor(const struct house *house, gh_json event, gh_str body, gh_replacement_reply *reply)
{
    gh_str censored = text_replace(body, GH_STR("darn"), GH_STR("d**n"));
    gh_str replacement = json_with_string(house->host->json, event, BODY, censored);
    gh_outcome outcome =
        gh_is_absent(replacement) ? gh_fail(reply, NO_MEMORY) : gh_replace(reply, gh_make_json(replacement));
    text_free(replacement);
    text_free(censored);
    return outcome;
}

static gh_outcome check_message(const struct house *house, gh_json event, gh_replacement_reply *reply)
{
    gh_str body;
    if (!json_string(house->host->json, event, BODY, &body)) return gh_fail(reply, UNREADABLE);
    gh_outcome outcome = text_contains(body, GH_STR("darn")) ? censor(house, event, body, reply) : GH_NEXT;
    text_free(body);
    return outcome;
}

static gh_outcome check_name(const struct house *house, gh_json event, gh_replacement_reply *reply)
{
    gh_str name;
    if (!json_string(house->host->json, event, GH_STR("/content/name"), &name)) return gh_fail(reply, UNREADABLE);
    bool nameless = gh_equal(name, GH_STR("Nameless"));
    text_free(name);
    return nameless ? gh_fail(reply, GH_STR("a room must have a name")) : GH_NEXT;
}

static gh_outcome check_event_allowed(void *self, const gh_check_event_allowed *call, gh_replacement_reply *reply)
{
    gh_str type = call->event->type;
    if (gh_has_prefix(type, GH_STR("org.example.forbidden"))) return gh_replacement_deny(reply);
    if (gh_equal(type, GH_STR("m.room.topic"))) return check_topic(self, call->state_events, reply);
    if (gh_equal(type, GH_STR("m.room.message"))) return check_message(self, call->event->text, reply);
    if (gh_equal(type, GH_STR("m.room.name"))) return check_name(self, call->event->text, reply);
    return GH_NEXT;
}

static gh_outcome check_threepid_can_be_invited(
    void *self, const gh_check_threepid_can_be_invited *call, gh_objection_reply *reply)
{
    (void)self;
    return gh_has_suffix(call->address, GH_STR("@blocked.example")) ? gh_object(reply) : GH_NEXT;
}

static gh_outcome check_visibility_can_be_modified(
    void *self, const gh_check_visibility_can_be_modified *call, gh_objection_reply *reply)
{
    if (!gh_equal(call->new_visibility, GH_STR("public"))) return GH_NEXT;
    switch (find_lock(self, call->state_events)) {
    case GH_FOUND: return gh_object(reply);
    case GH_ABSENT: return GH_NEXT;
    default: return gh_fail(reply, UNKNOWN_LOCK);
    }
}

static gh_outcome on_new_event(void *self, const gh_on_new_event *call, gh_notice_reply *reply)
{
    const struct house *house = self;
    gh_str body;
    if (!json_string(house->host->json, call->event->text, BODY, &body)) return gh_fail(reply, UNREADABLE);
    bool hiccup = text_contains(body, GH_STR("hiccup"));
    text_free(body);
    return hiccup ? gh_fail(reply, GH_STR("hiccup")) : GH_NEXT;
}

static gh_outcome check_can_shutdown_room(void *self, const gh_check_can_shutdown_room *call, gh_objection_reply *reply)
{
    (void)self;
    return gh_equal(user_localpart(call->user_id), GH_STR("warden")) ? gh_object(reply) : GH_NEXT;
}

static gh_outcome check_can_deactivate_user(
    void *self, const gh_check_can_deactivate_user *call, gh_objection_reply *reply)
{
    (void)self;
    return gh_has_prefix(user_localpart(call->user_id), GH_STR("keep")) ? gh_object(reply) : GH_NEXT;
}

static gh_outcome on_profile_update(void *self, const gh_on_profile_update *call, gh_notice_reply *reply)
{
    gh_str right_to_left_override = GH_STR("\xE2\x80\xAE"); /* U+202E */
    (void)self;
    return text_contains(call->new_profile->display_name, right_to_left_override)
               ? gh_fail(reply, GH_STR("a name that runs backwards"))
               : GH_NEXT;
}

static gh_outcome on_add_user_third_party_identifier(
    void *self, const gh_on_add_user_third_party_identifier *call, gh_notice_reply *reply)
{
    (void)self;
    return gh_has_suffix(call->address, GH_STR("@broken.example")) ? gh_fail(reply, GH_STR("broken address")) : GH_NEXT;
}

const gh_third_party_rules_callbacks house_third_party_rules = {
    .size = sizeof house_third_party_rules,
    .check_event_allowed = check_event_allowed,
    .on_create_room = house_on_create_room,
    .check_threepid_can_be_invited = check_threepid_can_be_invited,
    .check_visibility_can_be_modified = check_visibility_can_be_modified,
    .on_new_event = on_new_event,
    .check_can_shutdown_room = check_can_shutdown_room,
    .check_can_deactivate_user = check_can_deactivate_user,
    .on_profile_update = on_profile_update,
    .on_add_user_third_party_identifier = on_add_user_third_party_identifier,
};
