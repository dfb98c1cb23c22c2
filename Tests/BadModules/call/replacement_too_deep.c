#include "../bad.h"

static char event[30000];

static gh_outcome check_event_allowed(void *self, const gh_check_event_allowed *call, gh_replacement_reply *reply)
{
    for (int i = 0; i < 5000; i++)
        memcpy(event + 5 * i, "{\"a\":", 5);
    memset(event + 25000, '}', 5000);
    memcpy(event + 25000 - 5, "{    ", 5);
    return gh_replace(reply, gh_make_json(gh_make_str(event, sizeof event)));
}

static void spoil(struct bad *bad) { bad->third_party_rules.check_event_allowed = check_event_allowed; }
