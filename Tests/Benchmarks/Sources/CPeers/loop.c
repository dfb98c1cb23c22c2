#include "CPeers.h"

enum { NEXT = 1 };

/* One dispatch. A call of its own, as it is in a server. */
__attribute__((noinline)) static int dispatch(const cp_callback *callbacks, size_t count, const void *call, void *reply)
{
    for (size_t i = 0; i < count; i++) {
        if (callbacks[i].ask(callbacks[i].instance, call, reply) != NEXT) return 1;
    }
    return 0;
}

size_t cp_loop(const cp_callback *callbacks, size_t count, const void *call, size_t times)
{
    size_t objections = 0;
    for (size_t i = 0; i < times; i++)
        objections += (size_t)dispatch(callbacks, count, call, NULL);
    return objections;
}
