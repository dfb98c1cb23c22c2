#define REGISTERS_ITSELF
#include "../bad.h"

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    struct bad bad = *good();
    char name[] = "gone";
    bad.module.name = gh_make_str(name, 4);
    bad.module.spam_checker = &bad.spam_checker;
    return gh_register(into, &bad.module);
}
