#define REGISTERS_ITSELF
#include "../bad.h"

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    return gh_register(into, NULL);
}
