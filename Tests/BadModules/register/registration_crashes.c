#include "../bad.h"

static void spoil(struct bad *bad) { *(volatile int *)8 = 1; }
