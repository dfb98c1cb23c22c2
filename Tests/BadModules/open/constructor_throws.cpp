#include "../bad.h"

static int boom() { throw 1; }

static int value = boom();

static void spoil(struct bad *bad) {}
