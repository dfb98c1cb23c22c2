#include "../bad.h"

static void destroy(void *self) { *(volatile int *)8 = 1; }

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self) { return GH_NEXT; }

static void spoil(struct bad *bad)
{
    bad->module.create = create;
    bad->module.destroy = destroy;
}
