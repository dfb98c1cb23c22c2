#!/usr/bin/env python3
"""One round of Synapse's real chain classes with the same work: is the sender on a list of 1,000?

Usage: synapse_chains.py MODULES TIMES. Prints nanoseconds a dispatch as JSON. Runs in the environment of
Tests/Synapse/venv."""

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Differential"))

from synapse.api.room_versions import RoomVersions
from synapse.events import make_event_from_dict
from synapse.logging.context import LoggingContext
from synapse.module_api import NOT_SPAM
from synapse.module_api.callbacks.spamchecker_callbacks import SpamCheckerModuleApiCallbacks
from synapse.module_api.callbacks.third_party_event_rules_callbacks import ThirdPartyEventRulesModuleApiCallbacks

from homeserver import HomeServer

EVENT = {
    "room_id": "!jEsUZKDJdhlrceRyVU:example.org", "sender": "@alice:example.org", "type": "m.room.message",
    "content": {"msgtype": "m.text", "body": "x" * 200}, "origin_server_ts": 1432735824653, "depth": 12,
    "auth_events": [], "prev_events": [], "hashes": {"sha256": ""},
}

STATE = make_event_from_dict(EVENT | {"type": "m.room.name", "state_key": ""}, RoomVersions.V11)


class Context:
    """The state before an event: one event, as Synapse's store would find it."""

    async def get_prev_state_ids(self):
        return {("m.room.name", ""): STATE.event_id}


def module():
    """Callbacks of their own, with a list of their own."""
    users = {f"@user{number:04}:example.org" for number in range(1000)}

    async def check_event_for_spam(event):
        return "M_FORBIDDEN" if event.sender in users else NOT_SPAM

    async def check_event_allowed(event, state):
        return event.sender not in users, None

    async def on_new_event(event, state):
        event.sender in users

    return check_event_for_spam, check_event_allowed, on_new_event


def chains(modules):
    homeserver = HomeServer()
    spam, rules = SpamCheckerModuleApiCallbacks(homeserver), ThirdPartyEventRulesModuleApiCallbacks(homeserver)
    for for_spam, allowed, new in (module() for _ in range(modules)):
        spam.register_callbacks(check_event_for_spam=for_spam)
        rules.register_third_party_rules_callbacks(check_event_allowed=allowed, on_new_event=new)
    event, context = make_event_from_dict(EVENT, RoomVersions.V11), Context()
    rules.store.events = {event.event_id: event, STATE.event_id: STATE}
    return {
        "check_event_for_spam": lambda: spam.check_event_for_spam(event),
        "check_event_allowed": lambda: rules.check_event_allowed(event, context),
        "on_new_event": lambda: rules.on_new_event(event.event_id),
    }


def measured(ask, times):
    start = time.perf_counter_ns()
    for _ in range(times):
        try:
            ask().send(None)
        except StopIteration:
            pass
    return (time.perf_counter_ns() - start) / times


def main():
    modules, times = int(sys.argv[1]), int(sys.argv[2])
    with LoggingContext(name="bench", server_name="chain.test"):
        print(json.dumps({name: measured(ask, times) for name, ask in chains(modules).items()}))


if __name__ == "__main__":
    main()
