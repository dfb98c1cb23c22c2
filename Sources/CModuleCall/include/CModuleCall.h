/* How to call into a module safely: a C++ exception ends here, and the thread knows whose code it runs. */
#ifndef CMODULECALL_H
#define CMODULECALL_H

#include "gatehouse/gatehouse.h"

#include "CForeignCall.h"
#include "ChildProcess.h"
#include "HookCall.h"
#include "ReplyPool.h"

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Every callback has this shape. */
typedef gh_outcome (*cm_function)(void *instance, const void *call, void *reply);

/* One callback of one instance. `module` is the caller's mark for the instance, not 0. */
typedef struct cm_link {
    cm_function function;
    void *instance;
    uintptr_t module;
} cm_link;

/* A reply as the host makes it: what the module sees, and what the host knows. Its memory is never freed, because a
   module may keep the pointer for longer than it should. */
typedef struct cm_reply {
    gh_reply base; /* its `data` leads back here, also from a copy */
    uint64_t touched; /* one of its functions was called */
    void *state; /* of the call that runs; NULL between calls */
    uintptr_t owner; /* the thread that runs it */
    const gh_reply_functions *functions; /* those that `base` has, whatever a module makes of it */
    struct cm_reply *following; /* in the pool */
    void *tickets; /* of a reply that is reopened: whose it is, and which. NULL: it is lent to one thread */
    uint64_t slot;
} cm_reply;

/* The state of the call that a reply belongs to; NULL where no such call runs on this thread. Notes that it was asked. */
void *cm_reply_state(const gh_reply *reply);

/* Where a run stopped: the first link that did not say next, or said it and answered all the same; else `to`. */
typedef struct cm_stop {
    size_t link;
    gh_outcome outcome;
    uint32_t threw; /* 1: a C++ exception, whose text is cm_exception_text() */
} cm_stop;

/* THE loop: calls links from `from` on and stops before `to`. Each link finds `reply->base` as it was. */
cm_stop cm_run(const cm_link *links, size_t from, size_t to, const void *call, cm_reply *reply);

/* The mark of the instance whose code this thread runs, 0 for none. Safe in a signal handler. */
uintptr_t cm_current_module(void);

/* A small number of this thread's own, for what threads keep apart. */
uint32_t cm_thread_number(void);

/* This thread is a worker, for good: whoever lets a callback run on it watches that it comes back. */
void cm_note_worker(void);

/* A thread that has been in one and the same callback for long. `turn`: which of its callbacks that is. */
typedef struct cm_stay {
    uintptr_t module;
    uint64_t turn;
    int64_t since;
    uint32_t thread;
    bool is_worker;
} cm_stay;

/* Finds the stays of `limit` or longer, in instances whose marks have all of `bits`. One thread asks, again and again: a
   callback is seen when that thread looks for the first time, so what it finds is as exact as it is frequent. `now` and
   `limit` are nanoseconds. `busy`: some callback has begun since the last time, or runs. Returns how many there are. */
size_t cm_stays(int64_t now, int64_t limit, uintptr_t bits, cm_stay *stays, size_t capacity, bool *busy);

/* The text of the last exception that was caught on this thread. */
const char *cm_exception_text(void);

/* A link for an instance that takes one call at a time: its function is cm_call_guarded, its instance a cm_guard. */
typedef struct cm_lock cm_lock;
typedef struct cm_guard {
    cm_function function;
    void *instance;
    cm_lock *lock;
} cm_guard;

/* A lock lives as long as the process. NULL: there is no memory left. */
cm_lock *cm_lock_create(void);

/* Waits for the instance's lock. A thread that holds it already gets a failure instead of a deadlock. */
gh_outcome cm_call_guarded(void *guard, const void *call, void *reply);

/* The other entries of a module. Like a callback that threw, each returns GH_FAILED and sets `threw`. */
typedef gh_outcome (*cm_register_function)(const gh_host_info *host, gh_registration *into);
gh_outcome cm_register(cm_register_function function, const gh_host_info *host, gh_registration *into, bool *threw);
gh_outcome cm_configure(const gh_module *module, gh_json config, gh_setup *setup, gh_config_reply *reply, bool *threw);
gh_outcome cm_create(
    const gh_module *module, const gh_host *host, gh_json config, gh_config_reply *reply, void **self, bool *threw);
void cm_destroy(const gh_module *module, void *self, bool *threw);

/* A call of a function that knows nothing of modules. False: it threw. */
bool cm_call_foreign(const fc_signature *signature, fc_function function, const uint64_t *cells, fc_result *result);

/* Waits for the instance's lock, where it has one. */
void cm_cancel(const gh_module *module, void *self, uint64_t ticket, cm_lock *lock, bool *threw);

/* A visit: a function that a module gave to a service. `begins` is asked with nobody else inside; false: it is not called.
   Waits for the instance's lock, where it has one. `module` marks what runs, as in cm_link. */
typedef void (*cm_entry)(void *context, const void *argument);
typedef struct cm_visit {
    cm_entry function;
    void *context;
    const void *argument;
    cm_lock *lock;
    uintptr_t module;
    bool (*begins)(void *knock);
    void *knock;
} cm_visit;
void cm_enter(const cm_visit *visit, bool *threw);

/* What dlsym found: nothing of this library's own, no function, or a function. */
typedef enum { CM_NOT_ITS_OWN, CM_NO_FUNCTION, CM_FUNCTION } cm_symbol;
cm_symbol cm_symbol_kind(void *handle, const void *symbol);

#ifdef __cplusplus
}
#endif
#endif
