/* Implements nothing. */
#include <gatehouse/gatehouse.h>

static const gh_module module = {
    .size = sizeof module, .major = GH_MAJOR, .minor = GH_MINOR, .name = GH_STR_INIT("mute")};

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    (void)host;
    return gh_register(into, &module);
}
