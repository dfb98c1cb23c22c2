#include "../bad.h"
#include <unistd.h>

__attribute__((destructor)) static void end(void) { _exit(0); }

static void spoil(struct bad *bad) {}
