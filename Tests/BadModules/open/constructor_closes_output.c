#include "../bad.h"
#include <unistd.h>

__attribute__((constructor)) static void shut(void) { close(1); }

static void spoil(struct bad *bad) {}
