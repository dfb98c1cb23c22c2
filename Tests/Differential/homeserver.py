"""Stand-ins for the homeserver and its store: all that Synapse's chain classes ask of them, and nothing decided."""

import time


class Clock:
    def time(self):
        return time.time()


class Store:
    """Has the events and the state that a case is about."""

    def __init__(self):
        self.events = {}
        self.state = {}

    async def get_prev_state_ids(self):
        return dict(enumerate(self.events))

    async def get_events(self, event_ids):
        return {event_id: self.events[event_id] for event_id in event_ids}

    async def get_event(self, event_id):
        return self.events[event_id]

    async def get_current_state(self, room_id, **_):
        return self.state


class HomeServer:
    hostname = "chain.test"

    def __init__(self):
        self.clock = Clock()
        self.store = Store()

    def get_clock(self):
        return self.clock

    def get_datastores(self):
        return _Named(main=self.store)

    def get_storage_controllers(self):
        return _Named(state=self.store)


class _Named:
    def __init__(self, **members):
        self.__dict__.update(members)
