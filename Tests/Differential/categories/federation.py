from synapse.module_api.callbacks.federation import FederationModuleApiCallbacks

from arguments import DELIVERY
from category import Callback, Category
from kinds import Notice


class Federation(Category):
    def chain(self, homeserver):
        return FederationModuleApiCallbacks()

    async def ask(self, chain, callback, arguments):
        (delivery,) = arguments
        return await chain.notify_on_event_delivered_over_federation(**delivery)


FEDERATION = Federation(
    "federation", {"on_event_delivered_over_federation": Callback(Notice(), {"delivery": DELIVERY})})
