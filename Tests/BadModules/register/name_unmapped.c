#include "../bad.h"

static void spoil(struct bad *bad) { bad->module.name = gh_make_str((const char *)8, 3); }
