#include "../bad.h"

static const char *const services[] = {"gatehouse.crystal-ball/1", NULL};

static void spoil(struct bad *bad) { bad->module.requires_services = services; }
