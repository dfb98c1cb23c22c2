/* What the host offers to an instance. */
#ifndef GATEHOUSE_HOST_H
#define GATEHOUSE_HOST_H

#include "json.h"
#include "media.h"
#include "reply.h"
#include "state.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Who the host is, and which contract it was built with. */
typedef struct gh_host_info {
    size_t size;
    uint64_t major;
    uint64_t minor;
    gh_str name;
    gh_str version;
} gh_host_info;

typedef struct gh_host gh_host;

typedef uint32_t gh_log_level;
#define GH_TRACE ((gh_log_level)0)
#define GH_DEBUG ((gh_log_level)1)
#define GH_INFO ((gh_log_level)2)
#define GH_NOTICE ((gh_log_level)3)
#define GH_WARNING ((gh_log_level)4)
#define GH_ERROR ((gh_log_level)5)
#define GH_CRITICAL ((gh_log_level)6)

typedef uint32_t gh_clock;
#define GH_MONOTONIC ((gh_clock)0) /* nanoseconds from an unknown start; never goes back */
#define GH_WALL ((gh_clock)1) /* nanoseconds since 1970 */

/* Functions behind late.h. [any thread] [between create and destroy] */
typedef struct gh_late_functions {
    size_t size;
    gh_reply *(*reopen)(const gh_host *host, uint64_t ticket, uint64_t kind);
    void (*finish)(const gh_host *host, uint64_t ticket, gh_outcome outcome);
    gh_bool (*is_cancelled)(const gh_host *host, uint64_t ticket);
} gh_late_functions;

/*
 * One table an instance. [any thread] [between create and destroy, both included]. None of its functions waits or calls
 * back into the module, but for `state->ask`, which does so later, and what other headers say of their own functions.
 */
struct gh_host {
    size_t size;
    void *data; /* the host's own */
    const gh_host_info *info;
    gh_str instance_name;
    gh_str data_folder; /* absent: this host gives none */
    const gh_json_functions *json;
    const gh_state_functions *state;
    const gh_media_functions *media;
    const gh_late_functions *late; /* NULL: this host takes no late answers */

    /* A line in the host's log under the instance's name. `metadata` is a JSON object or absent. */
    void (*log)(const gh_host *host, gh_log_level level, gh_str message, gh_json metadata);

    /* The time in nanoseconds. */
    int64_t (*now)(const gh_host *host, gh_clock clock);

    /* A table of further functions by name and revision, "gatehouse.http/1". Each starts with its size and has a header
       of its own. NULL: not offered, or not granted to this instance. */
    const void *(*service)(const gh_host *host, gh_str name);
};

#ifdef __cplusplus
}
#endif
#endif
