#include "../bad.h"
#include <stdlib.h>

__attribute__((constructor)) static void leave(void) { exit(0); }

static void spoil(struct bad *bad) {}
