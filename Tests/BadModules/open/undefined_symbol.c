#include "../bad.h"

void nowhere(void);

static void spoil(struct bad *bad) { nowhere(); }
