#include "../bad.h"

static void spoil(struct bad *bad) {}
