#include "../bad.h"

static void spoil(struct bad *bad) { bad->spam_checker.size = 0; }
