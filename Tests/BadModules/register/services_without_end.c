#include "../bad.h"

static const char *services[4096];

static void spoil(struct bad *bad)
{
    for (int i = 0; i < 4096; i++)
        services[i] = "gatehouse.http/1";
    bad->module.requires_services = services;
}
