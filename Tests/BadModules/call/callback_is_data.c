#include "../bad.h"

static char letters[64];

static void spoil(struct bad *bad) { *(void **)&bad->spam_checker.user_may_join_room = letters; }
