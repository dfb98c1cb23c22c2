#include "../bad.h"

static void spoil(struct bad *bad) { bad->module.major = 2; }
