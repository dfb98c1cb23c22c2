#include "../bad.h"

static void spoil(struct bad *bad) { bad->spam_checker.check_event_for_spam = NULL; }
