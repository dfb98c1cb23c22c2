#include "../bad.h"

static void spoil(struct bad *bad)
{
    bad->module.spam_checker = NULL;
    bad->module.third_party_rules = NULL;
    bad->module.presence_router = NULL;
}
