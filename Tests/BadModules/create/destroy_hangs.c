#include "../bad.h"
#include <unistd.h>

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self) { return GH_NEXT; }

static void destroy(void *self)
{
    for (;;)
        pause();
}

static void spoil(struct bad *bad)
{
    bad->module.create = create;
    bad->module.destroy = destroy;
}
