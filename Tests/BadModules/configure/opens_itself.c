#include "../bad.h"
#include <dlfcn.h>

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    Dl_info mine;
    if (dladdr((void *)configure, &mine) == 0 || dlopen(mine.dli_fname, RTLD_NOW | RTLD_GLOBAL) == NULL)
        return gh_refuse(reply, GH_STR(""), GH_STR("it could not open itself"));
    return GH_NEXT;
}

static void spoil(struct bad *bad) { bad->module.configure = configure; }
