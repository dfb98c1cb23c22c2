/* The service "gatehouse.timers/1": functions of the module that are called later, once or again and again. */
#ifndef GATEHOUSE_TIMERS_H
#define GATEHOUSE_TIMERS_H

#include "host.h"

#ifdef __cplusplus
extern "C" {
#endif

#define GH_TIMERS "gatehouse.timers/1"

typedef struct gh_timers gh_timers;

/* `context` is what the module gave. Called as the instance's callbacks are, and never before `create` has returned or
   after `destroy` was called. [one thread at a time, or as the flags say] [between create and destroy] */
typedef void (*gh_timer_function)(void *context, uint64_t timer);

/*
 * One table an instance. [any thread] [between create and destroy, both included]
 *
 * Times are in nanoseconds, kept to the millisecond and never early. None of these functions waits, and none calls
 * `function` itself. When the instance ends its timers do: what `context` points to is then for `destroy` to free.
 */
struct gh_timers {
    size_t size;
    void *data; /* the host's own */

    /* Calls `function` once. The timer's number; 0: there are GH_TIMERS_LIMIT already, or the instance ends. */
    uint64_t (*after)(const gh_timers *timers, int64_t delay, gh_timer_function function, void *context);

    /* Calls `function` again and again, first when `interval` has passed; at least a millisecond. A turn that comes
       while the one before it waits or runs is left out. 0: as above, or the interval is no time. */
    uint64_t (*every)(const gh_timers *timers, int64_t interval, gh_timer_function function, void *context);

    /* Ends a timer. Yes: it is not called any more. No: it has ended, or `function` may be on its way. From inside an
       instance that is called by one thread at a time, the answer is exact: after it, `function` is not called. */
    gh_bool (*cancel)(const gh_timers *timers, uint64_t timer);
};

#define GH_TIMERS_LIMIT 10000

/* The timers of this instance. NULL: not offered, or not granted. [any thread] [between create and destroy, both
   included] */
static inline const gh_timers *gh_find_timers(const gh_host *host)
{
    return (const gh_timers *)host->service(host, GH_STR(GH_TIMERS));
}

#ifdef __cplusplus
}
#endif
#endif
