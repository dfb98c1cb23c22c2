#include "CPeers.h"

#include <apr_general.h>
#include <apr_hooks.h>

#define DECLINED (-1)
#define CP_DECLARE(type) type

APR_DECLARE_EXTERNAL_HOOK(bench, CP, int, ask, (const void *call))

APR_HOOK_STRUCT(APR_HOOK_LINK(ask))

APR_IMPLEMENT_EXTERNAL_HOOK_RUN_FIRST(bench, CP, int, ask, (const void *call), (call), DECLINED)

void cp_hook_up(const cp_callback *callbacks, size_t count)
{
    static apr_pool_t *pool;
    if (pool == NULL) {
        apr_initialize();
        apr_pool_create(&pool, NULL);
        apr_hook_global_pool = pool;
    }
    apr_hook_deregister_all();
    for (size_t i = 0; i < count; i++)
        bench_hook_ask(callbacks[i].hook, NULL, NULL, APR_HOOK_MIDDLE);
    apr_hook_sort_all();
}

size_t cp_hooks(const void *call, size_t times)
{
    size_t objections = 0;
    for (size_t i = 0; i < times; i++)
        objections += bench_run_ask(call) != DECLINED;
    return objections;
}
