/* A reply that records what a callback answers, and what is wrong with it. */
#ifndef GATEHOUSE_TESTING_REPLY_H
#define GATEHOUSE_TESTING_REPLY_H

#include "json_functions.h"

/* A user of an answer, with a presence state or without. */
typedef struct gh_test_entry {
    struct gh_test_entry *next;
    const char *user; /* JSON, as `state` */
    const char *state; /* NULL: none */
} gh_test_entry;

/* Every kind of reply: its address is a gh_verdict_reply, a gh_users_reply, ... */
typedef struct gh_test_reply {
    gh_reply base;
    gh_test_memory *memory;
    uint64_t kind; /* GH_KIND_... */
    gh_bool touched;
    const char *answer; /* members of a JSON object; NULL: none */
    const char *failure; /* likewise */
    const char *invalid; /* what is wrong with what was handed over */
    gh_bool everyone;
    gh_test_entry *entries;
    gh_bool is_empty; /* an empty object, which is no answer */
    const char *limits; /* JSON, one after the other; NULL: none were added */
} gh_test_reply;

static inline gh_test_reply *gh_test_recorder(gh_reply *reply)
{
    gh_test_reply *recorder = (gh_test_reply *)reply;
    recorder->touched = 1;
    return recorder;
}

static inline gh_outcome gh_test_refuse(gh_test_reply *reply, const char *reason)
{
    if (!reply->invalid) reply->invalid = reason;
    return GH_FAILED;
}

static inline gh_outcome gh_test_take(gh_test_reply *reply, const char *answer)
{
    if (reply->answer) return gh_test_refuse(reply, "it answered twice");
    reply->answer = answer;
    return GH_ANSWERED;
}

/* -- what is handed over -- */

/* NULL, or what is wrong with this text. */
static inline const char *gh_test_text_fault(gh_test_reply *reply, gh_str text, const char *what)
{
    if (gh_is_absent(text)) return gh_test_print(reply->memory, "%s is absent", what);
    if (text.len > GH_TEST_LIMIT) return gh_test_print(reply->memory, "%s is over 16 MiB", what);
    return gh_test_is_utf8(text) ? NULL : gh_test_print(reply->memory, "%s is no UTF-8", what);
}

static inline const char *gh_test_object_fault(gh_test_reply *reply, gh_json object, const char *what)
{
    const char *fault = gh_test_text_fault(reply, object.text, what);
    if (fault) return fault;
    if (!gh_test_is_json(object)) return gh_test_print(reply->memory, "%s is no JSON", what);
    return gh_json_is_object(gh_test_trim(object)) ? NULL : gh_test_print(reply->memory, "%s is no JSON object", what);
}

/* `fields` may be absent. */
static inline const char *gh_test_fields_fault(gh_test_reply *reply, gh_json fields)
{
    gh_json found;
    if (gh_is_absent(fields.text)) return NULL;
    const char *fault = gh_test_object_fault(reply, fields, "the fields");
    if (fault) return fault;
    if (gh_test_get(fields, GH_STR("/code"), &found) == GH_FOUND) return "a field may not be named code";
    if (gh_test_get(fields, GH_STR("/msg"), &found) == GH_FOUND) return "a field may not be named msg";
    return NULL;
}

static inline const char *gh_test_object_text(gh_test_reply *reply, gh_json object)
{
    return gh_is_absent(object.text) ? "{}" : gh_test_copy(reply->memory, gh_test_trim(object).text).ptr;
}

#endif
