#include "../bad.h"

static void spoil(struct bad *bad) { bad->module.size = sizeof(gh_module) - 4; }
