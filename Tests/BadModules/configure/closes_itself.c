#include "../bad.h"
#include <dlfcn.h>

static gh_outcome configure(gh_json config, gh_setup *setup, gh_config_reply *reply)
{
    Dl_info mine;
    dladdr((void *)configure, &mine);
    void *handle = dlopen(mine.dli_fname, RTLD_NOW | RTLD_NOLOAD);
    dlclose(handle);
    dlclose(handle);
    return GH_NEXT;
}

static void spoil(struct bad *bad) { bad->module.configure = configure; }
