#include "../bad.h"

static void spoil(struct bad *bad) { bad->module.flags = (uint64_t)1 << 40; }
