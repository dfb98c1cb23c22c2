#include "../bad.h"

static void spoil(struct bad *bad) { bad->spam_checker.flags = (uint64_t)1 << 63; }
