/* Needs a function that nobody has, and would only notice when it calls it. */
#include <gatehouse/gatehouse.h>

extern gh_outcome nobody_has_this(const gh_host_info *host, gh_registration *into);

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    return nobody_has_this(host, into);
}
