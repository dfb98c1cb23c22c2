/* Answers that are values: "value", with a "cookie" beside it or without. */
#include <stdlib.h>

#include "script.h"

static int64_t integer_at(const struct script *script, gh_json object, gh_str pointer)
{
    gh_json value;
    int64_t integer = 0;
    if (script->host->json->get(object, pointer, &value) == GH_FOUND)
        (void)script->host->json->integer(value, &integer);
    return integer;
}

static bool truth_at(const struct script *script, gh_json object, gh_str pointer)
{
    gh_json value;
    return script->host->json->get(object, pointer, &value) == GH_FOUND && gh_json_is_true(value);
}

gh_outcome answer_bool(const struct script *script, gh_truth_reply *reply)
{
    gh_json value;
    if (script_has(script, GH_STR("/value"), &value)) return gh_truth_give(reply, (gh_bool)gh_json_is_true(value));
    return script_says(script, GH_STR("/deny")) ? gh_truth_give(reply, 1) : INVALID;
}

gh_outcome answer_text(const struct script *script, gh_text_reply *reply)
{
    gh_json value;
    if (!script_has(script, GH_STR("/value"), &value) || !gh_json_is_string(value)) return INVALID;
    gh_str text = json_string(script->host->json, value);
    gh_outcome outcome = gh_text_give(reply, text);
    text_free(text);
    return outcome;
}

gh_outcome answer_number(const struct script *script, gh_number_reply *reply)
{
    gh_json value;
    int64_t number;
    if (!script_has(script, GH_STR("/value"), &value)) return INVALID;
    return script->host->json->integer(value, &number) == GH_FOUND ? gh_number_give(reply, number) : INVALID;
}

gh_outcome answer_object(const struct script *script, gh_object_reply *reply)
{
    gh_json value;
    return script_has(script, GH_STR("/value"), &value) ? gh_object_give(reply, value) : INVALID;
}

gh_outcome answer_login(const struct script *script, gh_login_reply *reply)
{
    gh_json value;
    uint64_t cookie = (uint64_t)integer_at(script, script->answer, GH_STR("/cookie"));
    if (!script_has(script, GH_STR("/value"), &value) || !gh_json_is_string(value)) return INVALID;
    gh_str user_id = json_string(script->host->json, value);
    gh_outcome outcome = cookie ? gh_log_in_with(reply, user_id, cookie) : gh_log_in(reply, user_id);
    if (script_says(script, GH_STR("/twice"))) outcome = gh_log_in_with(reply, user_id, cookie + 1);
    text_free(user_id);
    return outcome;
}

gh_outcome answer_update(const struct script *script, gh_update_reply *reply)
{
    gh_json value;
    uint64_t cookie = (uint64_t)integer_at(script, script->answer, GH_STR("/cookie"));
    if (!script_has(script, GH_STR("/value"), &value)) return INVALID;
    int64_t duration = integer_at(script, script->answer, GH_STR("/value"));
    return cookie ? gh_open_update_with(reply, duration, cookie) : gh_open_update(reply, duration);
}

gh_outcome answer_renewal(const struct script *script, gh_renewal_reply *reply)
{
    gh_json value;
    if (!script_has(script, GH_STR("/value"), &value)) return INVALID;
    return gh_renew(reply, truth_at(script, value, GH_STR("/0")), truth_at(script, value, GH_STR("/1")),
        integer_at(script, value, GH_STR("/2")));
}

static gh_outcome add_limit(const struct script *script, gh_json object, gh_limits_reply *reply)
{
    gh_media_upload_limit limit = {
        .size = sizeof limit,
        .max_bytes = integer_at(script, object, GH_STR("/max_bytes")),
        .time_period_ms = integer_at(script, object, GH_STR("/time_period_ms")),
        .info_uri = json_string_at(script->host->json, object, GH_STR("/info_uri")),
        .can_upgrade = truth_at(script, object, GH_STR("/can_upgrade")),
    };
    gh_outcome outcome = gh_limits_add(reply, &limit);
    text_free(limit.info_uri);
    return outcome;
}

gh_outcome answer_limits(const struct script *script, gh_limits_reply *reply)
{
    gh_json limits, limit;
    uint64_t cursor = 0;
    if (!script_has(script, GH_STR("/value"), &limits)) return INVALID;
    gh_outcome outcome = gh_limits_none(reply);
    while (outcome != GH_FAILED && script->host->json->next(limits, &cursor, NULL, &limit) == GH_FOUND) {
        outcome = add_limit(script, limit, reply);
    }
    return outcome;
}

/* JSON numbers are written as C writes them. */
static double number_at(const struct script *script, gh_json object, gh_str pointer)
{
    gh_json value;
    if (script->host->json->get(object, pointer, &value) != GH_FOUND) return -1;
    gh_str end = GH_STR("\0"), copy = text_join((gh_str[]){value.text, end}, 2);
    double number = gh_is_absent(copy) ? -1 : strtod(copy.ptr, NULL);
    text_free(copy);
    return number;
}

gh_outcome answer_override(const struct script *script, gh_override_reply *reply)
{
    gh_json value;
    if (!script_has(script, GH_STR("/value"), &value)) return INVALID;
    const gh_ratelimit_override limit = {
        .size = sizeof limit,
        .per_second = number_at(script, value, GH_STR("/per_second")),
        .burst_count = integer_at(script, value, GH_STR("/burst_count")),
    };
    return gh_override(reply, &limit);
}

/* The response of a login: "rewrite" is the whole of it. */
gh_outcome answer_response(const struct script *script, gh_rewriting_reply *reply)
{
    gh_json response;
    return script_has(script, GH_STR("/rewrite"), &response) ? gh_rewrite(reply, response) : INVALID;
}
