#define REGISTERS_ITSELF
#include "../bad.h"

/* As a later 1.x might be: more fields at the end of the record, of a table and of a call. */
static struct {
    gh_module now;
    const void *later[4];
} newer_module;

static struct {
    gh_spam_checker_callbacks now;
    void (*later[4])(void);
} newer_table;

struct newer_call {
    gh_user_may_join_room now;
    gh_str later;
};

static gh_outcome join(void *self, const gh_user_may_join_room *call, gh_verdict_reply *reply)
{
    const struct newer_call *newer = (const struct newer_call *)call;
    return gh_is_absent(newer->later) ? gh_deny(reply) : gh_fail(reply, GH_STR("a field that nobody wrote is there"));
}

static void later(void) {}

GH_EXPORT gh_outcome gatehouse_module_register(const gh_host_info *host, gh_registration *into)
{
    newer_module.now = good()->module;
    newer_module.now.size = sizeof newer_module;
    newer_module.now.minor = 9;
    newer_module.now.spam_checker = &newer_table.now;
    newer_module.later[3] = "later";
    newer_table.now = good()->spam_checker;
    newer_table.now.size = sizeof newer_table;
    newer_table.now.user_may_join_room = join;
    newer_table.later[3] = later;
    return gh_register(into, &newer_module.now);
}
