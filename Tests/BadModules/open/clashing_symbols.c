#include "../bad.h"

GH_EXPORT int list_of_users;
GH_EXPORT void user_list_read(void) {}

static void spoil(struct bad *bad) {}
