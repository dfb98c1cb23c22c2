#include "../bad.h"

static void spoil(struct bad *bad) { bad->presence_router.size += 1; }
