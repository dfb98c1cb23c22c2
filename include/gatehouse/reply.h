/* Through what a module answers. Use the helpers: those for failing stand here, the others in answer.h and late.h. */
#ifndef GATEHOUSE_REPLY_H
#define GATEHOUSE_REPLY_H

#include "limits.h"
#include "outcome.h"
#include "presence.h"
#include "process.h"
#include "text.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gh_reply gh_reply;

/* A deferred call: its ticket, and a copy of its arguments that lives until the ticket is finished. Frozen. */
typedef struct gh_late {
    uint64_t ticket;
    const void *call;
} gh_late;

/*
 * Functions of the host. [the thread that runs the callback] [until the callback returns]. A reopened reply (late.h):
 * [any thread] [until gh_finish]. On another thread, or later, they return GH_FAILED and do nothing.
 *
 * Everything handed over is copied in the call. Each function returns the outcome to return from the callback:
 * GH_ANSWERED, or GH_FAILED when it was failed or the value is invalid (no UTF-8, no JSON object, over 16 MiB, ...).
 * An invalid value is an invalid answer: the callback's rule for those holds, and the log says what was wrong with it.
 */
typedef struct gh_reply_functions {
    size_t size;
    gh_outcome (*fail)(gh_reply *reply, uint64_t status, gh_str errcode, gh_str message, gh_json fields);
    gh_outcome (*deny)(gh_reply *reply, gh_str errcode, gh_json fields);
    gh_outcome (*deny_with_text)(gh_reply *reply, gh_str text);
    gh_outcome (*shadow_ban)(gh_reply *reply);
    gh_outcome (*give_object)(gh_reply *reply, gh_json object);
    gh_outcome (*add_user)(gh_reply *reply, gh_str user_id);
    gh_outcome (*add_everyone)(gh_reply *reply);
    gh_outcome (*add_presence)(gh_reply *reply, gh_str user_id, const gh_presence_state *state);
    gh_outcome (*defer)(gh_reply *reply, gh_late *late);
    gh_outcome (*give_truth)(gh_reply *reply, gh_bool truth);
    gh_outcome (*give_text)(gh_reply *reply, gh_str text);
    gh_outcome (*give_number)(gh_reply *reply, int64_t number);
    gh_outcome (*log_in)(gh_reply *reply, gh_str user_id, const uint64_t *cookie);
    gh_outcome (*renew)(gh_reply *reply, gh_bool valid, gh_bool stale, int64_t expiration_ts);
    gh_outcome (*add_limit)(gh_reply *reply, const gh_media_upload_limit *limit);
    gh_outcome (*override_limit)(gh_reply *reply, const gh_ratelimit_override *limit);
    gh_outcome (*open_update)(gh_reply *reply, int64_t duration_ms, const uint64_t *cookie);
} gh_reply_functions;

/* What every kind of reply begins with. `data` belongs to the host. */
struct gh_reply {
    size_t size;
    const gh_reply_functions *functions;
    void *data;
    const gh_process *process; /* who calls; NULL: the caller does not say. Ask gh_process_of */
};

/* Error codes are text: the set is open. */
#define GH_M_FORBIDDEN GH_STR("M_FORBIDDEN")
#define GH_M_LIMIT_EXCEEDED GH_STR("M_LIMIT_EXCEEDED")
#define GH_M_EXCLUSIVE GH_STR("M_EXCLUSIVE")
#define GH_M_UNKNOWN GH_STR("M_UNKNOWN")

/* Fails as a Python module does that raises an exception. The message goes into the log, never to a client. */
#define gh_fail(reply, message) gh_reply_fail(&(reply)->base, (message))

/* Fails as a Python module does that raises a SynapseError: HTTP status (300 to 599), error code, the text for the
   client, and further fields (a JSON object, or GH_NO_JSON; `code` and `msg` are no names for fields). */
#define gh_fail_with(reply, status, errcode, message, fields)                                                          \
    gh_reply_fail_with(&(reply)->base, (status), (errcode), (message), (fields))

/* The same for code that serves several kinds of reply: every kind has a `base`. */
GH_CHECKED static inline gh_outcome gh_reply_fail(gh_reply *reply, gh_str message)
{
    return reply->functions->fail(reply, 0, GH_NO_STR, message, GH_NO_JSON);
}

GH_CHECKED static inline gh_outcome gh_reply_fail_with(
    gh_reply *reply, uint64_t status, gh_str errcode, gh_str message, gh_json fields)
{
    return reply->functions->fail(reply, status, errcode, message, fields);
}

/* The process of the homeserver that calls, NULL where that is not known. Each process calls for itself, with any kind of
   reply, a reopened one too. [as the functions above] */
#define gh_process_of(reply) gh_reply_process(&(reply)->base)

/* Is it for this call to do what should be done once? Some callbacks come from every process: on_new_event above all.
   Yes for the main process, and for a caller that does not say which one it is. */
#define gh_is_from_main(reply) gh_reply_is_from_main(&(reply)->base)

static inline const gh_process *gh_reply_process(const gh_reply *reply)
{
    return GH_HAS(reply, process) ? reply->process : NULL;
}

static inline int gh_reply_is_from_main(const gh_reply *reply)
{
    const gh_process *process = gh_reply_process(reply);
    return process == NULL || process->is_main != 0;
}

#ifdef __cplusplus
}
#endif
#endif
