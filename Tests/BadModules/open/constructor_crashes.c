#include "../bad.h"

__attribute__((constructor)) static void crash(void) { *(volatile int *)8 = 1; }

static void spoil(struct bad *bad) {}
