"""Stand-ins for the homeserver and its store: all that Synapse's classes ask of them, and nothing decided."""

import time

from synapse.module_api.callbacks.account_validity_callbacks import AccountValidityModuleApiCallbacks


class Anything:
    """Takes whatever a constructor does with it."""

    def __init__(self, **members):
        self.__dict__.update(members)

    def __getattr__(self, name):
        return self

    def __call__(self, *_, **__):
        return self


class Clock:
    def time(self):
        return time.time()


class Store:
    """Has the events and the state that a case is about, and keeps nothing."""

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

    async def add_account_data_to_room(self, *_):
        return 1

    async def add_account_data_for_user(self, *_):
        return 1


class Auth:
    """Everybody is an admin."""

    async def get_user_by_req(self, request):
        return None

    async def is_server_admin(self, requester):
        return True


ANYTHING = Anything()
CONFIG = Anything(
    account_validity=Anything(account_validity_enabled=False, account_validity_renew_by_email_enabled=False),
    worker=Anything(writers=Anything(account_data=["main"]), run_background_tasks=False),
    experimental=Anything(msc4354_enabled=False),
)
CLOCK, AUTH = Clock(), Auth()


class HomeServer:
    """One for each case."""

    hostname = "chain.test"
    config = CONFIG

    def __init__(self):
        self.store = Store()
        self.module_api_callbacks = Anything(account_validity=AccountValidityModuleApiCallbacks())

    def get_clock(self):
        return CLOCK

    def get_auth(self):
        return AUTH

    def get_instance_name(self):
        return "main"

    def get_datastores(self):
        return Anything(main=self.store)

    def get_storage_controllers(self):
        return Anything(state=self.store)

    def get_module_api_callbacks(self):
        return self.module_api_callbacks

    def __getattr__(self, name):
        return ANYTHING
