/* The state of a room, as a handle that is asked. */
#ifndef GATEHOUSE_STATE_H
#define GATEHOUSE_STATE_H

#include "event.h"
#include "outcome.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Belongs to the call that it came with and lives as long as the call's arguments. Never NULL; a room with no state yet
   has a handle in which all is absent. */
typedef struct gh_state gh_state;

/* Called once with what `ask` found. `event` is NULL unless it is GH_FOUND, and lives until this returns.
   [any thread] */
typedef void (*gh_state_answer)(void *context, gh_found found, const gh_event *event);

/*
 * Functions of the host. [any thread] [while the call's arguments live]
 *
 * State that the instance declared in `configure` (gh_read_state) is at hand and found without waiting. Other state may
 * have to be fetched, for which `get` waits: a prompt callback is told GH_WOULD_BLOCK instead.
 */
typedef struct gh_state_functions {
    size_t size;

    /* The state event of this type and key. It lives as long as the call's arguments. */
    gh_found (*get)(const gh_state *state, gh_str type, gh_str state_key, const gh_event **event);

    /* Goes through the events at hand. `cursor` starts at 0. GH_ABSENT: no more. */
    gh_found (*next)(const gh_state *state, uint64_t *cursor, const gh_event **event);

    /* The late form of `get`: returns at once and calls `answer` later, exactly once, on any thread but never before
       it has returned. Where the call's arguments end first it answers GH_UNREACHABLE. NULL: this host has no late
       form, use `get`; a prompt callback can ask the homeserver (homeserver.h). */
    void (*ask)(const gh_state *state, gh_str type, gh_str state_key, gh_state_answer answer, void *context);
} gh_state_functions;

#ifdef __cplusplus
}
#endif
#endif
