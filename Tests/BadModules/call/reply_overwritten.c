#include "../bad.h"

static gh_outcome check_event_for_spam(void *self, const gh_check_event_for_spam *call, gh_event_verdict_reply *reply)
{
    reply->base.functions = NULL;
    return GH_NEXT;
}

static void spoil(struct bad *bad) { bad->spam_checker.check_event_for_spam = check_event_for_spam; }
