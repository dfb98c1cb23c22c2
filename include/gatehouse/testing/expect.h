/* Checks. Each is true or false, and one that fails says so on standard error and counts. */
#ifndef GATEHOUSE_TESTING_EXPECT_H
#define GATEHOUSE_TESTING_EXPECT_H

#include "call.h"

/* Any condition. */
#define GH_EXPECT(host, condition)                                                                                     \
    gh_test_check((host), (condition) != 0, __FILE__, __LINE__, #condition, "it to be true", "false")

/* -- what a callback made of a call: GH_EXPECT_NEXT(gh_test_call(host, ..., ...)) -- */

#define GH_EXPECT_NEXT(call) GH_TEST_EXPECT(call, "/outcome", "\"next\"")
/* A refusal, plain or with a code, fields or a text; an objection. */
#define GH_EXPECT_DENY(call) gh_test_expect_deny((call), __FILE__, __LINE__)
#define GH_EXPECT_DENY_CODE(call, code) gh_test_expect_text((call), "/deny_code", (code), __FILE__, __LINE__)
/* With a code, and with these fields: a JSON object. */
#define GH_EXPECT_DENY_WITH(call, code, fields) gh_test_expect_deny_with((call), (code), (fields), __FILE__, __LINE__)
#define GH_EXPECT_DENY_TEXT(call, text) gh_test_expect_text((call), "/text", (text), __FILE__, __LINE__)
#define GH_EXPECT_SHADOW_BAN(call) GH_TEST_EXPECT(call, "/shadow_ban", "true")
#define GH_EXPECT_OBJECT(call) GH_TEST_EXPECT(call, "/deny", "true")
/* JSON objects: the whole event, the whole request. */
#define GH_EXPECT_REPLACE(call, event) GH_TEST_EXPECT(call, "/replace", event)
#define GH_EXPECT_REWRITE(call, object) GH_TEST_EXPECT(call, "/rewrite", object)
/* A JSON list of user ids, in any order. */
#define GH_EXPECT_USERS(call, users) GH_TEST_EXPECT_IN_ANY_ORDER(call, "/users", users)
#define GH_EXPECT_EVERYONE(call) GH_TEST_EXPECT(call, "/all_users", "true")
/* A JSON object: user id to list of presence states, in any order. */
#define GH_EXPECT_PRESENCE(call, presence) GH_TEST_EXPECT_IN_ANY_ORDER(call, "/users", presence)
/* JSON: true, "a text", 7, an object, a list; the user id of a login, the milliseconds of a step. */
#define GH_EXPECT_VALUE(call, json) GH_TEST_EXPECT(call, "/value", json)
/* The number that the module gave with it. */
#define GH_EXPECT_COOKIE(call, json) GH_TEST_EXPECT(call, "/cookie", json)
#define GH_EXPECT_FAILED(call) GH_TEST_EXPECT(call, "/outcome", "\"failed\"")
#define GH_EXPECT_FAILED_TEXT(call, text) gh_test_expect_text((call), "/fail", (text), __FILE__, __LINE__)
/* With an HTTP status and an error code. */
#define GH_EXPECT_FAILED_WITH(call, status, code)                                                                      \
    gh_test_expect_failed_with((call), (status), (code), __FILE__, __LINE__)
/* An answer that a host would not take. */
#define GH_EXPECT_INVALID(call) GH_TEST_EXPECT(call, "/outcome", "\"invalid\"")
/* All of it, as JSON in the words of `gatehouse call`. */
#define GH_EXPECT_ANSWER(call, answer) GH_TEST_EXPECT(call, "", answer)

/* -- what the module says of a section of the configuration -- */

#define GH_EXPECT_ACCEPTED(host, config) gh_test_expect_accepted((host), (config), __FILE__, __LINE__)
/* It is refused at this key path: "evil_users.3". */
#define GH_EXPECT_REFUSED(host, config, key_path)                                                                      \
    gh_test_expect_refused((host), (config), (key_path), __FILE__, __LINE__)

/* -- what it wrote into the log: a line of this level that has this text in it -- */

#define GH_EXPECT_LOGGED(host, level, part) gh_test_expect_logged((host), (level), (part), __FILE__, __LINE__)

#define GH_TEST_EXPECT(call, pointer, json) gh_test_expect((call), (pointer), (json), 0, __FILE__, __LINE__)
#define GH_TEST_EXPECT_IN_ANY_ORDER(call, pointer, json)                                                               \
    gh_test_expect((call), (pointer), (json), 1, __FILE__, __LINE__)

static inline int gh_test_check(gh_test_host *host, int holds, const char *file, int line, const char *subject,
    const char *expected, const char *found)
{
    host->checks++;
    if (holds) return 1;
    host->failures++;
    fprintf(stderr, "%s:%d: %s: expected %s, found %s\n", file, line, subject, expected, found);
    return 0;
}

/* Is the value at `pointer` this JSON? */
static inline int gh_test_matches(gh_test_result result, const char *pointer, const char *json, int inAnyOrder)
{
    gh_test_memory *memory = &result.host->memory;
    const gh_json expected = gh_test_trim(gh_make_json(gh_test_str(json)));
    gh_json found;
    const gh_json whole = gh_make_json(gh_test_str(result.text));
    if (gh_is_absent(expected.text) || gh_test_get(whole, gh_test_str(pointer), &found) != GH_FOUND) return 0;
    return gh_test_same(memory, found, expected, inAnyOrder) && gh_test_same(memory, expected, found, inAnyOrder);
}

static inline int gh_test_expect(
    gh_test_result result, const char *pointer, const char *json, int inAnyOrder, const char *file, int line)
{
    const char *key = *pointer ? pointer + 1 : "the outcome";
    const char *expected = gh_test_print(&result.host->memory, "%s to be %s", key, json);
    const int holds = gh_test_matches(result, pointer, json, inAnyOrder);
    return gh_test_check(result.host, holds, file, line, result.callback, expected, result.text);
}

static inline int gh_test_expect_text(
    gh_test_result result, const char *pointer, const char *text, const char *file, int line)
{
    const char *json = gh_test_quoted(&result.host->memory, gh_test_str(text));
    return gh_test_expect(result, pointer, json, 0, file, line);
}

static inline int gh_test_expect_deny(gh_test_result result, const char *file, int line)
{
    const gh_json whole = gh_make_json(gh_test_str(result.text));
    gh_json found;
    const int holds = gh_test_get(whole, GH_STR("/deny"), &found) == GH_FOUND ||
                      gh_test_get(whole, GH_STR("/deny_code"), &found) == GH_FOUND ||
                      gh_test_get(whole, GH_STR("/text"), &found) == GH_FOUND;
    return gh_test_check(result.host, holds, file, line, result.callback, "a refusal", result.text);
}

static inline int gh_test_expect_deny_with(
    gh_test_result result, const char *code, const char *fields, const char *file, int line)
{
    const char *quoted = gh_test_quoted(&result.host->memory, gh_test_str(code));
    const char *answer =
        gh_test_print(&result.host->memory, "{\"outcome\":\"answered\",\"deny_code\":%s,\"extra\":%s}", quoted, fields);
    return gh_test_expect(result, "", answer, 0, file, line);
}

static inline int gh_test_expect_failed_with(
    gh_test_result result, unsigned status, const char *code, const char *file, int line)
{
    const char *number = gh_test_print(&result.host->memory, "%u", status);
    return gh_test_expect(result, "/synapse_error/status", number, 0, file, line) &&
           gh_test_expect_text(result, "/synapse_error/code", code, file, line);
}

/* The mistakes of the last configuration, as text. */
static inline const char *gh_test_mistakes(gh_test_host *host)
{
    const char *text = "";
    for (const gh_test_note *note = host->mistakes; note; note = note->next) {
        text = gh_test_print(&host->memory, "%s%s%s: %s", text, *text ? "; " : "", note->subject ? note->subject : "",
            note->text ? note->text : "");
    }
    return *text ? text : "no mistake";
}

static inline int gh_test_expect_accepted(gh_test_host *host, const char *config, const char *file, int line)
{
    const int holds = gh_test_configure(host, config) == GH_NEXT;
    return gh_test_check(host, holds, file, line, "configure", "it to be accepted", gh_test_mistakes(host));
}

static inline int gh_test_expect_refused(
    gh_test_host *host, const char *config, const char *key_path, const char *file, int line)
{
    const char *expected = gh_test_print(&host->memory, "a mistake at \"%s\"", key_path);
    int holds = 0;
    if (gh_test_configure(host, config) != GH_NEXT) {
        for (const gh_test_note *note = host->mistakes; note; note = note->next)
            holds = holds || (note->subject && strcmp(note->subject, key_path) == 0);
    }
    return gh_test_check(host, holds, file, line, "configure", expected, gh_test_mistakes(host));
}

static inline int gh_test_expect_logged(
    gh_test_host *host, gh_log_level level, const char *part, const char *file, int line)
{
    const char *expected = gh_test_print(&host->memory, "a line with \"%s\"", part), *last = "no line of that level";
    int holds = 0;
    for (const gh_test_note *note = host->log; note; note = note->next) {
        if (note->level != level || !note->text) continue;
        last = note->text;
        holds = holds || strstr(note->text, part) != NULL;
    }
    return gh_test_check(host, holds, file, line, "the log", expected, last);
}

#endif
