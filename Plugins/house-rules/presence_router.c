#include "house.h"
#include "text.h"

static gh_outcome get_users_for_states(void *self, const gh_get_users_for_states *call, gh_presence_reply *reply)
{
    const struct house *house = self;
    gh_outcome outcome = GH_NEXT;
    for (size_t i = 0; i < call->state_updates.count && outcome != GH_FAILED; i++) {
        const gh_presence_state *state = call->state_updates.items[i];
        if (!gh_equal(user_localpart(state->user_id), GH_STR("alice"))) continue;
        outcome = gh_presence_add(reply, house->carol, state);
    }
    return outcome;
}

static gh_outcome get_interested_users(void *self, const gh_get_interested_users *call, gh_users_reply *reply)
{
    const struct house *house = self;
    gh_str localpart = user_localpart(call->user_id);
    if (gh_equal(localpart, GH_STR("root"))) return gh_users_add_everyone(reply);
    return gh_equal(localpart, GH_STR("carol")) ? gh_users_add(reply, house->alice) : GH_NEXT;
}

const gh_presence_router_callbacks house_presence_router = {
    .size = sizeof house_presence_router,
    .get_users_for_states = get_users_for_states,
    .get_interested_users = get_interested_users,
};
