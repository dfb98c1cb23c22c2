from synapse.events.presence_router import PresenceRouter

from arguments import PRESENCE_STATES, USER
from category import Callback, Category
from kinds import Presence, Users


class Router(Category):
    def chain(self, homeserver):
        return PresenceRouter(homeserver)

    def register(self, chain, callback, module, answer):
        # Both or neither; the other one is not asked.
        both = dict.fromkeys(self.callbacks, module)
        chain.register_presence_router_callbacks(**both)


PRESENCE_ROUTER = Router(
    "presence_router",
    {
        "get_users_for_states": Callback(Presence(), {"state_updates": PRESENCE_STATES}),
        "get_interested_users": Callback(Users(), {"user_id": USER}),
    })
