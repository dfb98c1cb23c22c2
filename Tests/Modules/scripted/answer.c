/* Failures, refusals and replacements. */
#include "script.h"

static gh_outcome fail(const struct script *script, gh_json message, gh_reply *reply)
{
    gh_str text = json_string(script->host->json, message);
    gh_outcome outcome = reply->functions->fail(reply, 0, GH_NO_STR, text, GH_NO_JSON);
    text_free(text);
    return outcome;
}

static gh_outcome fail_with_status(const struct script *script, gh_json error, gh_reply *reply)
{
    const json_functions *json = script->host->json;
    int64_t status = 0;
    gh_json value, fields = GH_NO_JSON;
    if (json->get(error, GH_STR("/status"), &value) == GH_FOUND) (void)json->integer(value, &status);
    (void)json->get(error, GH_STR("/fields"), &fields);
    gh_str code = json_string_at(json, error, GH_STR("/code")), message = json_string_at(json, error, GH_STR("/msg"));
    gh_outcome outcome = reply->functions->fail(reply, (uint64_t)status, code, message, fields);
    text_free(code);
    text_free(message);
    return outcome;
}

bool script_plain(const struct script *script, gh_reply *reply, gh_outcome *outcome)
{
    gh_json value;
    if (script_says(script, GH_STR("/allow")) || script_says(script, GH_STR("/not_spam"))) {
        *outcome = GH_NEXT;
    } else if (script_has(script, GH_STR("/fail"), &value)) {
        *outcome = fail(script, value, reply);
    } else if (script_has(script, GH_STR("/synapse_error"), &value)) {
        *outcome = fail_with_status(script, value, reply);
    } else {
        return false;
    }
    return true;
}

gh_outcome script_outcome(const struct script *script, gh_outcome outcome)
{
    gh_json value;
    int64_t other = outcome;
    if (script_has(script, GH_STR("/outcome"), &value)) (void)script->host->json->integer(value, &other);
    return (gh_outcome)other;
}

gh_outcome answer_verdict(const struct script *script, gh_verdict_reply *reply)
{
    gh_json code, extra;
    if (script_says(script, GH_STR("/deny"))) return gh_deny(reply);
    if (!script_has(script, GH_STR("/deny_code"), &code)) return INVALID;
    gh_str errcode = json_string(script->host->json, code);
    gh_outcome outcome = script_has(script, GH_STR("/extra"), &extra) ? gh_deny_with(reply, errcode, extra)
                                                                      : gh_deny_code(reply, errcode);
    text_free(errcode);
    return outcome;
}

static gh_outcome deny_event_with_code(const struct script *script, gh_json code, gh_event_verdict_reply *reply)
{
    gh_json extra;
    gh_str errcode = json_string(script->host->json, code);
    gh_outcome outcome = script_has(script, GH_STR("/extra"), &extra) ? gh_event_deny_with(reply, errcode, extra)
                                                                      : gh_event_deny_code(reply, errcode);
    text_free(errcode);
    return outcome;
}

/* This chain compares with "NOT_SPAM" by value, so that the text allows. */
static gh_outcome deny_event_with_text(const struct script *script, gh_json json, gh_event_verdict_reply *reply)
{
    gh_str text = json_string(script->host->json, json);
    gh_outcome outcome = gh_equal(text, GH_STR("NOT_SPAM")) ? GH_NEXT : gh_event_deny_text(reply, text);
    text_free(text);
    return outcome;
}

gh_outcome answer_event_verdict(const struct script *script, gh_event_verdict_reply *reply)
{
    gh_json value;
    if (script_says(script, GH_STR("/deny"))) return gh_event_deny(reply);
    if (script_has(script, GH_STR("/deny_code"), &value)) return deny_event_with_code(script, value, reply);
    if (script_has(script, GH_STR("/text"), &value)) return deny_event_with_text(script, value, reply);
    return INVALID;
}

gh_outcome answer_code(const struct script *script, gh_code_reply *reply)
{
    gh_json code;
    if (!script_has(script, GH_STR("/deny_code"), &code) || script_says(script, GH_STR("/extra"))) return INVALID;
    gh_str errcode = json_string(script->host->json, code);
    gh_outcome outcome = gh_code_deny(reply, errcode);
    text_free(errcode);
    return outcome;
}

gh_outcome answer_objection(const struct script *script, gh_objection_reply *reply)
{
    return script_says(script, GH_STR("/deny")) ? gh_object(reply) : INVALID;
}

/* These chains go by truth: codes and texts object, but for the empty text. */
gh_outcome answer_truth(const struct script *script, gh_objection_reply *reply)
{
    gh_json text;
    if (script_has(script, GH_STR("/text"), &text))
        return gh_json_is(text, GH_STR("\"\"")) ? GH_NEXT : gh_object(reply);
    return script_says(script, GH_STR("/deny_code")) ? gh_object(reply) : answer_objection(script, reply);
}

gh_outcome answer_registration(const struct script *script, gh_registration_reply *reply)
{
    if (script_says(script, GH_STR("/shadow_ban"))) return gh_registration_shadow_ban(reply);
    return script_says(script, GH_STR("/deny")) ? gh_registration_deny(reply) : INVALID;
}

gh_outcome answer_replacement(const struct script *script, gh_replacement_reply *reply)
{
    gh_json event;
    if (script_says(script, GH_STR("/deny"))) return gh_replacement_deny(reply);
    return script_has(script, GH_STR("/replace"), &event) ? gh_replace(reply, event) : INVALID;
}

/* A cookie of its own that comes back is no surprise. */
gh_outcome answer_notice(const struct script *script, gh_notice_reply *reply)
{
    (void)reply;
    return script_says(script, GH_STR("/cookie")) ? GH_NEXT : INVALID;
}
