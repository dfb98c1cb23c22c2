#include "../bad.h"

void elsewhere(void);

static void spoil(struct bad *bad) { elsewhere(); }
