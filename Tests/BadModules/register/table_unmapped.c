#include "../bad.h"

static void spoil(struct bad *bad) { bad->module.spam_checker = (const gh_spam_checker_callbacks *)8; }
