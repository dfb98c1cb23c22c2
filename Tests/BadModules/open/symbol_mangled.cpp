#define REGISTERS_ITSELF
#include "../bad.h"

/* For want of a const it is another function, a C++ one. */
GH_EXPORT gh_outcome gatehouse_module_register(gh_host_info *host, gh_registration *into)
{
    return gh_register(into, &good()->module);
}
