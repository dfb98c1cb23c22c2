#define REGISTERS_ITSELF
#include "../bad.h"

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)gh_register(into, &good()->module);
    return 0;
}
