/* What a callback made of a call, from its outcome and its reply. */
#ifndef GATEHOUSE_TESTING_OUTCOME_H
#define GATEHOUSE_TESTING_OUTCOME_H

#include "reply_functions.h"

static inline gh_test_reply gh_test_reply_make(gh_test_memory *memory, uint64_t kind)
{
    gh_test_reply reply;
    memset(&reply, 0, sizeof reply);
    reply.base.size = sizeof reply.base;
    reply.base.functions = gh_test_reply_functions();
    reply.memory = memory;
    reply.kind = kind;
    return reply;
}

/* The states of one user, as a JSON list. */
static inline const char *gh_test_states(gh_test_memory *memory, const gh_test_entry *entries, const char *user)
{
    const char *list = "";
    for (; entries; entries = entries->next) {
        if (!entries->state || strcmp(entries->user, user) != 0) continue;
        list = gh_test_print(memory, "%s%s%s", list, *list ? "," : "", entries->state);
    }
    return gh_test_print(memory, "[%s]", list);
}

static inline const char *gh_test_users_text(const gh_test_reply *reply)
{
    const int isPresence = reply->kind == GH_KIND_PRESENCE;
    const char *list = "";
    for (const gh_test_entry *entry = reply->entries; entry; entry = entry->next) {
        const gh_test_entry *first = reply->entries;
        while (strcmp(first->user, entry->user) != 0)
            first = first->next;
        if (first != entry) continue;
        list = gh_test_print(reply->memory, "%s%s%s%s%s", list, *list ? "," : "", entry->user, isPresence ? ":" : "",
            isPresence ? gh_test_states(reply->memory, reply->entries, entry->user) : "");
    }
    return gh_test_print(reply->memory, isPresence ? "\"users\":{%s}" : "\"users\":[%s]", list);
}

static inline const char *gh_test_answer_text(const gh_test_reply *reply)
{
    if (reply->everyone) return "\"all_users\":true";
    const int isList = reply->kind == GH_KIND_USERS || reply->kind == GH_KIND_PRESENCE;
    return isList ? gh_test_users_text(reply) : reply->answer;
}

/* What the callback made of the call: a JSON object in the words of `gatehouse call`, with "invalid" for an answer that
   a host would not take. */
static inline const char *gh_test_settle(gh_test_reply *reply, gh_outcome outcome)
{
    const char *invalid = reply->invalid;
    gh_test_memory *memory = reply->memory;
    if (!invalid && outcome == GH_NEXT && !reply->touched) return "{\"outcome\":\"next\"}";
    if (!invalid && outcome == GH_NEXT)
        invalid = reply->failure ? "it says next, and failed" : "it says next, and answered";
    if (!invalid && outcome == GH_ANSWERED && !reply->answer) invalid = "it says answered, and gave no answer";
    if (!invalid && outcome == GH_PENDING) invalid = "it says pending, and did not defer";
    if (!invalid && outcome != GH_ANSWERED && outcome != GH_FAILED) {
        invalid = gh_test_print(memory, "%u is no outcome", (unsigned)outcome);
    }
    if (invalid) {
        const char *reason = gh_test_quoted(memory, gh_test_str(invalid));
        return gh_test_print(memory, "{\"outcome\":\"invalid\",\"invalid\":%s}", reason);
    }
    if (outcome == GH_ANSWERED && reply->is_empty) return "{\"outcome\":\"next\"}";
    if (outcome == GH_ANSWERED) {
        return gh_test_print(memory, "{\"outcome\":\"answered\",%s}", gh_test_answer_text(reply));
    }
    return gh_test_print(memory, "{\"outcome\":\"failed\",%s}",
        reply->failure ? reply->failure : "\"fail\":\"it failed and did not say why\"");
}

#endif
