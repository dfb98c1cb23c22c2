#define REGISTERS_ITSELF
#include "../bad.h"

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    static char bytes[sizeof(gh_spam_checker_callbacks) + 1];
    memcpy(bytes + 1, &good()->spam_checker, sizeof(gh_spam_checker_callbacks));
    good()->module.spam_checker = (const gh_spam_checker_callbacks *)(bytes + 1);
    return gh_register(into, &good()->module);
}
