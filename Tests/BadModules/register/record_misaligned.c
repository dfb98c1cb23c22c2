#define REGISTERS_ITSELF
#include "../bad.h"

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    static char bytes[sizeof(gh_module) + 1];
    memcpy(bytes + 1, &good()->module, sizeof(gh_module));
    return gh_register(into, (const gh_module *)(bytes + 1));
}
