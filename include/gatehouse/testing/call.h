/* Calls of a callback, with arguments as JSON or as its struct. */
#ifndef GATEHOUSE_TESTING_CALL_H
#define GATEHOUSE_TESTING_CALL_H

#include "host.h"

#if defined(__cpp_exceptions)
#include <exception>
#endif

/* What came of a call. It lives until gh_test_end. */
typedef struct gh_test_result {
    gh_test_host *host;
    const char *callback;
    const char *text; /* JSON in the words of `gatehouse call`: {"outcome":"answered","deny_code":"M_FORBIDDEN", ...} */
} gh_test_result;

/* JSON as it is: GH_TEST_JSON({"user_id": "@a:example.org", "is_invited": false}) */
#define GH_TEST_JSON(...) #__VA_ARGS__

/* Room state of these events, for the struct of a callback; the events stay the test's. */
static inline const gh_state *gh_test_state_of(gh_test_host *host, const gh_event *const *events, size_t count)
{
    gh_test_state *state = (gh_test_state *)gh_test_room(&host->memory, sizeof *state);
    state->events = events;
    state->count = count;
    state->unreachable = &host->state_unreachable;
    return (const gh_state *)(const void *)state;
}

/* A file of these bytes; `path` may be absent. */
static inline const gh_media *gh_test_media_of(gh_test_host *host, gh_str bytes, gh_str path)
{
    gh_test_media *media = (gh_test_media *)gh_test_room(&host->memory, sizeof *media);
    media->bytes = bytes;
    media->path = path;
    return (const gh_media *)(const void *)media;
}

/* A call that did not take place, and why: every check of it fails. */
static inline gh_test_result gh_test_not_asked(gh_test_host *host, const char *callback, const char *reason)
{
    const char *quoted = gh_test_quoted(&host->memory, gh_test_str(reason));
    const gh_test_result result = {
        host, callback, gh_test_print(&host->memory, "{\"outcome\":\"not asked\",\"reason\":%s}", quoted)};
    return result;
}

static inline gh_outcome gh_test_threw(gh_test_reply *reply, const char *what)
{
    const char *text = gh_test_print(reply->memory, "C++ exception: %s", what);
    reply->invalid = NULL;
    reply->failure = gh_test_print(reply->memory, "\"fail\":%s", gh_test_quoted(reply->memory, gh_test_str(text)));
    return GH_FAILED;
}

/* A C++ exception is a failure of the module, where this is compiled as C++. */
static inline gh_outcome gh_test_guarded(
    gh_test_host *host, const gh_test_callback *callback, const void *call, gh_test_reply *reply)
{
#if defined(__cpp_exceptions)
    try {
        return callback->ask(&host->module, host->self, call, reply);
    } catch (const std::exception &exception) {
        return gh_test_threw(reply, exception.what());
    } catch (...) {
        return gh_test_threw(reply, "it is no std::exception");
    }
#else
    return callback->ask(&host->module, host->self, call, reply);
#endif
}

/* Asks with the callback's struct. */
static inline gh_test_result gh_test_ask(gh_test_host *host, const gh_test_callback *callback, const void *call)
{
    if (host->trouble) return gh_test_not_asked(host, callback->name, host->trouble);
    if (!callback->is_offered(&host->module)) {
        return gh_test_not_asked(host, callback->name, "the module does not implement it");
    }
    if (gh_test_is_left_out(host, callback->name)) {
        return gh_test_not_asked(host, callback->name, "the module leaves it out with this configuration");
    }
    gh_test_reply reply = gh_test_reply_make(&host->memory, callback->kind);
    reply.base.process = host->process;
    const gh_outcome outcome = gh_test_guarded(host, callback, call, &reply);
    const gh_test_result result = {host, callback->name, gh_test_settle(&reply, outcome)};
    return result;
}

/* Asks a callback, "spam_checker.user_may_invite", with JSON arguments. Their names are those of its struct's fields. */
static inline gh_test_result gh_test_call(gh_test_host *host, const char *name, const char *arguments)
{
    const gh_test_callback *callback = gh_test_find_callback(gh_test_str(name));
    gh_test_reader reader = {&host->memory, &host->state_unreachable, NULL};
    if (!callback) return gh_test_not_asked(host, name, "there is no such callback");
    const void *call = gh_test_arguments(&reader, &callback->arguments, arguments);
    if (!call) return gh_test_not_asked(host, name, gh_test_print(&host->memory, "arguments: %s", reader.problems));
    return gh_test_ask(host, callback, call);
}

/* The same for each callback, with its struct: gh_test_user_may_invite(host, &call). `size` need not be set. */
#define GH_TEST_DEFINE_CALL(category, name, kind, ...)                                                                 \
    static inline gh_test_result gh_test_##name(gh_test_host *host, const gh_##name *call)                             \
    {                                                                                                                  \
        gh_##name copy = *call;                                                                                        \
        copy.size = sizeof copy;                                                                                       \
        return gh_test_ask(host, gh_test_callback_##name(), &copy);                                                    \
    }

GH_TEST_CALLBACKS(GH_TEST_DEFINE_CALL)

#endif
