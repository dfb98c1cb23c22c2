from synapse.events.utils import EventClientSerializer, FilteredEvent

from arguments import EVENT
from category import Callback, Category
from values import Fields


class Unsigned(Category):
    def chain(self, homeserver):
        return EventClientSerializer(homeserver)

    def register(self, chain, callback, module, answer):
        chain.register_add_extra_fields_to_unsigned_client_event_callback(module)

    async def ask(self, chain, callback, arguments):
        (event,) = arguments
        _, added = await chain._prepare_serialization([FilteredEvent(event=event, membership=None)], None)
        return added.get(event.event_id, {})


UNSIGNED = Unsigned("unsigned", {"add_field_to_unsigned_callback": Callback(Fields(), {"event": EVENT})})
