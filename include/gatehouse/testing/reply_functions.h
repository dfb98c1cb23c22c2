/* The functions behind a reply (../reply.h): they take and refuse what a host takes and refuses. */
#ifndef GATEHOUSE_TESTING_REPLY_FUNCTIONS_H
#define GATEHOUSE_TESTING_REPLY_FUNCTIONS_H

#include "reply.h"

static inline gh_outcome gh_test_fail(gh_reply *base, uint64_t status, gh_str errcode, gh_str message, gh_json fields)
{
    gh_test_reply *reply = gh_test_recorder(base);
    const int isBare = gh_is_absent(errcode) && gh_is_absent(fields.text);
    if (gh_is_absent(errcode)) errcode = GH_M_UNKNOWN;
    const char *fault = status == 0 && !isBare ? "an error code or fields need a status" : NULL;
    if (status != 0 && (status < 300 || status > 599)) fault = "its status is none of a failure";
    if (!fault && status != 0) fault = gh_test_text_fault(reply, errcode, "the error code");
    if (!fault && status != 0) fault = gh_test_fields_fault(reply, fields);
    if (fault) return gh_test_refuse(reply, fault);
    const char *text = gh_test_quoted(reply->memory, gh_test_is_utf8(message) ? message : GH_STR("it is no UTF-8"));
    reply->failure =
        status == 0
            ? gh_test_print(reply->memory, "\"fail\":%s", text)
            : gh_test_print(reply->memory, "\"synapse_error\":{\"status\":%u,\"code\":%s,\"msg\":%s,\"fields\":%s}",
                  (unsigned)status, gh_test_quoted(reply->memory, errcode), text, gh_test_object_text(reply, fields));
    return GH_FAILED;
}

static inline int gh_test_takes(const gh_test_reply *reply, uint64_t kinds) { return (kinds >> reply->kind & 1) != 0; }

/* The kinds that take this. */
#define GH_TEST_TAKES_PLAIN                                                                                            \
    (1u << GH_KIND_VERDICT | 1u << GH_KIND_EVENT_VERDICT | 1u << GH_KIND_OBJECTION | 1u << GH_KIND_REGISTRATION |      \
        1u << GH_KIND_REPLACEMENT)
#define GH_TEST_TAKES_FIELDS (1u << GH_KIND_VERDICT | 1u << GH_KIND_EVENT_VERDICT)
#define GH_TEST_TAKES_CODE (GH_TEST_TAKES_FIELDS | 1u << GH_KIND_CODE)
#define GH_TEST_TAKES_OBJECT (1u << GH_KIND_REPLACEMENT | 1u << GH_KIND_REWRITING)

static inline gh_outcome gh_test_deny(gh_reply *base, gh_str errcode, gh_json fields)
{
    gh_test_reply *reply = gh_test_recorder(base);
    if (gh_is_absent(errcode)) {
        const char *problem = gh_is_absent(fields.text) ? NULL : "fields need an error code";
        if (!gh_test_takes(reply, GH_TEST_TAKES_PLAIN)) problem = "this callback does not take a plain denial";
        return problem ? gh_test_refuse(reply, problem) : gh_test_take(reply, "\"deny\":true");
    }
    const char *fault = gh_test_text_fault(reply, errcode, "the error code");
    if (!gh_test_takes(reply, GH_TEST_TAKES_CODE)) fault = "this callback does not take an error code";
    if (!fault && !gh_is_absent(fields.text) && !gh_test_takes(reply, GH_TEST_TAKES_FIELDS)) {
        fault = "this callback does not take fields";
    }
    if (!fault) fault = gh_test_fields_fault(reply, fields);
    if (fault) return gh_test_refuse(reply, fault);
    return gh_test_take(reply, gh_test_print(reply->memory, "\"deny_code\":%s,\"extra\":%s",
                                   gh_test_quoted(reply->memory, errcode), gh_test_object_text(reply, fields)));
}

static inline gh_outcome gh_test_deny_with_text(gh_reply *base, gh_str text)
{
    gh_test_reply *reply = gh_test_recorder(base);
    const char *fault = gh_test_text_fault(reply, text, "the text");
    if (reply->kind != GH_KIND_EVENT_VERDICT) fault = "this callback does not take a text";
    if (fault) return gh_test_refuse(reply, fault);
    return gh_test_take(reply, gh_test_print(reply->memory, "\"text\":%s", gh_test_quoted(reply->memory, text)));
}

static inline gh_outcome gh_test_shadow_ban(gh_reply *base)
{
    gh_test_reply *reply = gh_test_recorder(base);
    if (reply->kind == GH_KIND_REGISTRATION) return gh_test_take(reply, "\"shadow_ban\":true");
    return gh_test_refuse(reply, "this callback does not take a shadow ban");
}

static inline gh_outcome gh_test_give_object(gh_reply *base, gh_json object)
{
    gh_test_reply *reply = gh_test_recorder(base);
    const char *fault = gh_test_object_fault(reply, object, "the object");
    if (!gh_test_takes(reply, GH_TEST_TAKES_OBJECT)) fault = "this callback does not take an object";
    if (fault) return gh_test_refuse(reply, fault);
    return gh_test_take(
        reply, gh_test_print(reply->memory, "\"%s\":%s", reply->kind == GH_KIND_REWRITING ? "rewrite" : "replace",
                   gh_test_object_text(reply, object)));
}

/* Adds an entry that is not there yet. */
static inline gh_outcome gh_test_add(gh_test_reply *reply, const char *user, const char *state)
{
    gh_test_entry **place = &reply->entries;
    reply->answer = "";
    for (; *place; place = &(*place)->next) {
        const int isUser = strcmp((*place)->user, user) == 0;
        if (isUser && (!state || ((*place)->state && strcmp((*place)->state, state) == 0))) return GH_ANSWERED;
    }
    *place = (gh_test_entry *)gh_test_room(reply->memory, sizeof **place);
    (*place)->user = user;
    (*place)->state = state;
    return GH_ANSWERED;
}

static inline gh_outcome gh_test_add_user(gh_reply *base, gh_str user_id)
{
    gh_test_reply *reply = gh_test_recorder(base);
    const char *fault = gh_test_text_fault(reply, user_id, "the user id");
    if (reply->kind != GH_KIND_USERS) fault = "this callback does not take users";
    return fault ? gh_test_refuse(reply, fault) : gh_test_add(reply, gh_test_quoted(reply->memory, user_id), NULL);
}

static inline gh_outcome gh_test_add_everyone(gh_reply *base)
{
    gh_test_reply *reply = gh_test_recorder(base);
    if (reply->kind != GH_KIND_USERS) return gh_test_refuse(reply, "this callback does not take users");
    reply->answer = "";
    reply->everyone = 1;
    return GH_ANSWERED;
}

static inline const char *gh_test_presence_fault(gh_test_reply *reply, const gh_presence_state *state)
{
    if (state->size < sizeof *state || state->size > (size_t)1 << 16) return "the size of a presence state is wrong";
    const char *fault = gh_test_text_fault(reply, state->user_id, "user_id of a state");
    if (!fault) fault = gh_test_text_fault(reply, state->state, "state of a state");
    if (fault || gh_is_absent(state->status_msg)) return fault;
    return gh_test_text_fault(reply, state->status_msg, "status_msg of a state");
}

static inline const char *gh_test_presence_text(gh_test_memory *memory, const gh_presence_state *state)
{
    return gh_test_print(memory,
        "{\"user_id\":%s,\"state\":%s,\"last_active_ts\":%lld,\"last_federation_update_ts\":%lld,"
        "\"last_user_sync_ts\":%lld,\"status_msg\":%s,\"currently_active\":%s}",
        gh_test_quoted(memory, state->user_id), gh_test_quoted(memory, state->state), (long long)state->last_active_ts,
        (long long)state->last_federation_update_ts, (long long)state->last_user_sync_ts,
        gh_test_quoted(memory, state->status_msg), state->currently_active ? "true" : "false");
}

static inline gh_outcome gh_test_add_presence(gh_reply *base, gh_str user_id, const gh_presence_state *state)
{
    gh_test_reply *reply = gh_test_recorder(base);
    const char *fault = gh_test_text_fault(reply, user_id, "the user id");
    if (!fault && state) fault = gh_test_presence_fault(reply, state);
    if (reply->kind != GH_KIND_PRESENCE) fault = "this callback does not take presence";
    if (fault) return gh_test_refuse(reply, fault);
    return gh_test_add(
        reply, gh_test_quoted(reply->memory, user_id), state ? gh_test_presence_text(reply->memory, state) : NULL);
}

static inline gh_outcome gh_test_defer(gh_reply *base, gh_late *late)
{
    gh_test_reply *reply = gh_test_recorder(base);
    (void)late;
    reply->failure = "\"fail\":\"this host takes no late answers\"";
    return GH_FAILED;
}

static inline const gh_reply_functions *gh_test_reply_functions(void)
{
    static const gh_reply_functions functions = {sizeof(gh_reply_functions), gh_test_fail, gh_test_deny,
        gh_test_deny_with_text, gh_test_shadow_ban, gh_test_give_object, gh_test_add_user, gh_test_add_everyone,
        gh_test_add_presence, gh_test_defer};
    return &functions;
}

#endif
