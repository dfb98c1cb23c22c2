#include "../bad.h"

static void spoil(struct bad *bad) { bad->module.name = GH_STR("b\344d"); }
