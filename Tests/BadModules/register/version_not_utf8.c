#include "../bad.h"

static void spoil(struct bad *bad) { bad->module.version = GH_STR("1.0\xFF"); }
