#include "../bad.h"

static void spoil(struct bad *bad) { bad->module.flags = GH_CONCURRENT | (uint64_t)1 << 31; }
