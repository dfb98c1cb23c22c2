#include "../bad.h"

static gh_outcome join(void *self, const gh_user_may_join_room *call, gh_verdict_reply *reply) { return 0; }
static gh_outcome allowed(void *self, const gh_check_event_allowed *call, gh_replacement_reply *reply) { return 0; }
static gh_outcome room(void *self, const gh_on_create_room *call, gh_rewriting_reply *reply) { return 0; }

static void spoil(struct bad *bad)
{
    bad->spam_checker.user_may_join_room = join;
    bad->third_party_rules.check_event_allowed = allowed;
    bad->third_party_rules.on_create_room = room;
}
