#include "../bad.h"

static gh_outcome get_interested_users(void *self, const gh_get_interested_users *call, gh_users_reply *reply)
{
    return GH_NEXT;
}

static void spoil(struct bad *bad) { bad->presence_router.get_interested_users = get_interested_users; }
