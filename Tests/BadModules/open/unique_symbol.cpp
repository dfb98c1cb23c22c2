#include "../bad.h"

/* One for the whole process, however the libraries are opened that have it. */
GH_EXPORT inline int messages_seen;

static void spoil(struct bad *bad) { messages_seen++; }
