#include "../bad.h"

static gh_outcome check_event_allowed(void *self, const gh_check_event_allowed *call, gh_replacement_reply *reply)
{
    return gh_replace(reply, GH_JSON("{\"type\": "));
}

static void spoil(struct bad *bad) { bad->third_party_rules.check_event_allowed = check_event_allowed; }
