#define REGISTERS_ITSELF
#include "../bad.h"

static gh_registration kept;

static gh_outcome create(const gh_host *host, gh_json config, gh_config_reply *reply, void **self)
{
    (void)gh_register(&kept, &good()->module);
    return GH_NEXT;
}

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    kept = *into;
    good()->module.create = create;
    return gh_register(into, &good()->module);
}
