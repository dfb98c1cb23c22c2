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
#define GH_TEST_TAKES_OBJECT (1u << GH_KIND_REPLACEMENT | 1u << GH_KIND_REWRITING | 1u << GH_KIND_OBJECT)

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
    reply->is_empty = reply->kind == GH_KIND_OBJECT && gh_test_count(gh_test_trim(object)) == 0;
    const char *key = reply->kind == GH_KIND_REWRITING ? "rewrite" : "replace";
    if (reply->kind == GH_KIND_OBJECT) key = "value";
    return gh_test_take(reply, gh_test_print(reply->memory, "\"%s\":%s", key, gh_test_object_text(reply, object)));
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

/* -- values -- */

static inline gh_outcome gh_test_give(gh_test_reply *reply, uint64_t kind, const char *fault, const char *value)
{
    if (reply->kind != kind) fault = "this callback does not take this kind of answer";
    return fault ? gh_test_refuse(reply, fault)
                 : gh_test_take(reply, gh_test_print(reply->memory, "\"value\":%s", value));
}

static inline gh_outcome gh_test_give_truth(gh_reply *base, gh_bool truth)
{
    return gh_test_give(gh_test_recorder(base), GH_KIND_TRUTH, NULL, truth ? "true" : "false");
}

static inline gh_outcome gh_test_give_text(gh_reply *base, gh_str text)
{
    gh_test_reply *reply = gh_test_recorder(base);
    const char *fault = gh_test_text_fault(reply, text, "the text");
    return gh_test_give(reply, GH_KIND_TEXT, fault, fault ? "" : gh_test_quoted(reply->memory, text));
}

static inline const char *gh_test_number(gh_test_reply *reply, int64_t number)
{
    return gh_test_print(reply->memory, "%lld", (long long)number);
}

static inline gh_outcome gh_test_give_number(gh_reply *base, int64_t number)
{
    gh_test_reply *reply = gh_test_recorder(base);
    return gh_test_give(reply, GH_KIND_NUMBER, NULL, gh_test_number(reply, number));
}

/* A value with the cookie behind it, where there is one. */
static inline const char *gh_test_with_cookie(gh_test_reply *reply, const char *value, const uint64_t *cookie)
{
    if (!cookie) return value;
    return gh_test_print(reply->memory, "%s,\"cookie\":%llu", value, (unsigned long long)*cookie);
}

static inline gh_outcome gh_test_log_in(gh_reply *base, gh_str user_id, const uint64_t *cookie)
{
    gh_test_reply *reply = gh_test_recorder(base);
    const char *fault = gh_test_text_fault(reply, user_id, "the user id");
    if (!fault && user_id.len == 0) fault = "the user id is empty";
    const char *user = fault ? "" : gh_test_quoted(reply->memory, user_id);
    return gh_test_give(reply, GH_KIND_LOGIN, fault, gh_test_with_cookie(reply, user, cookie));
}

static inline gh_outcome gh_test_open_update(gh_reply *base, int64_t duration_ms, const uint64_t *cookie)
{
    gh_test_reply *reply = gh_test_recorder(base);
    const char *fault = duration_ms < 0 ? "the duration is negative" : NULL;
    const char *value = gh_test_with_cookie(reply, gh_test_number(reply, duration_ms), cookie);
    return gh_test_give(reply, GH_KIND_UPDATE, fault, value);
}

static inline gh_outcome gh_test_renew(gh_reply *base, gh_bool valid, gh_bool stale, int64_t expiration_ts)
{
    gh_test_reply *reply = gh_test_recorder(base);
    const char *value = gh_test_print(
        reply->memory, "[%s,%s,%lld]", valid ? "true" : "false", stale ? "true" : "false", (long long)expiration_ts);
    return gh_test_give(reply, GH_KIND_RENEWAL, NULL, value);
}

static inline const char *gh_test_limit_fault(gh_test_reply *reply, const gh_media_upload_limit *limit)
{
    if (limit->size < sizeof *limit || limit->size > (size_t)1 << 16) return "the size of an upload limit is wrong";
    if (limit->max_bytes < 0 || limit->time_period_ms < 0) return "an upload limit is negative";
    return gh_is_absent(limit->info_uri) ? NULL : gh_test_text_fault(reply, limit->info_uri, "info_uri of a limit");
}

/* Limits are handed over one by one; NULL says that there is none. */
static inline gh_outcome gh_test_add_limit(gh_reply *base, const gh_media_upload_limit *limit)
{
    gh_test_reply *reply = gh_test_recorder(base);
    const char *fault = limit ? gh_test_limit_fault(reply, limit) : NULL;
    if (reply->kind != GH_KIND_LIMITS) fault = "this callback does not take limits";
    if (fault) return gh_test_refuse(reply, fault);
    if (limit) {
        reply->limits = gh_test_print(reply->memory,
            "%s%s{\"max_bytes\":%lld,\"time_period_ms\":%lld,\"info_uri\":%s,\"can_upgrade\":%s}",
            reply->limits ? reply->limits : "", reply->limits ? "," : "", (long long)limit->max_bytes,
            (long long)limit->time_period_ms, gh_test_quoted(reply->memory, limit->info_uri),
            limit->can_upgrade ? "true" : "false");
    }
    reply->answer = gh_test_print(reply->memory, "\"value\":[%s]", reply->limits ? reply->limits : "");
    return GH_ANSWERED;
}

static inline gh_outcome gh_test_override_limit(gh_reply *base, const gh_ratelimit_override *limit)
{
    gh_test_reply *reply = gh_test_recorder(base);
    const char *fault = NULL, *value = "";
    if (!limit || limit->size < sizeof *limit || limit->size > (size_t)1 << 16) {
        fault = "the size of a rate limit is wrong";
    } else if (!(limit->per_second >= 0 && limit->per_second <= 1e300) || limit->burst_count < 0) {
        fault = "a rate limit is negative or no number";
    } else if (limit->per_second <= 0 && limit->burst_count > 0) {
        fault = "a rate of 0 goes with a burst of 0 alone";
    } else {
        value = gh_test_print(reply->memory, "{\"per_second\":%.17g,\"burst_count\":%lld}", limit->per_second,
            (long long)limit->burst_count);
    }
    return gh_test_give(reply, GH_KIND_OVERRIDE, fault, value);
}

static inline const gh_reply_functions *gh_test_reply_functions(void)
{
    static const gh_reply_functions functions = {sizeof(gh_reply_functions), gh_test_fail, gh_test_deny,
        gh_test_deny_with_text, gh_test_shadow_ban, gh_test_give_object, gh_test_add_user, gh_test_add_everyone,
        gh_test_add_presence, gh_test_defer, gh_test_give_truth, gh_test_give_text, gh_test_give_number, gh_test_log_in,
        gh_test_renew, gh_test_add_limit, gh_test_override_limit, gh_test_open_update};
    return &functions;
}

#endif
