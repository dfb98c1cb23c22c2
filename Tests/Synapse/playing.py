"""Plays rows of client-effects.json against a homeserver and says what the client saw."""

import rows
import time

from scenarios import SCENARIOS

# Users fall idle by themselves, and then Synapse asks these once more.
ASKED_BY_TIME = {"get_users_for_states", "get_interested_users"}


class World:
    """A homeserver with scripted modules, and one without that it federates with.

    `script` sets what the modules answer, and tells how often they were asked.
    """

    def __init__(self, server, other, script):
        self.server, self.other, self.script = server, other, script


def play(world, chosen):
    """Row id to what was observed. All that the rows need is made first, while the modules allow everything."""
    world.script.allow_everything()
    prepared = [(row, scenario := SCENARIOS[rows.kind(row)](world), next(scenario)) for row in chosen]
    return {row["id"]: _play_one(world, row, scenario, request) for row, scenario, request in prepared}


def _play_one(world, row, scenario, request):
    world.script.answer(row["callback"], row["answer"])
    server = request.client.server if request.client else world.server
    token = request.client.token if request.client else None
    response = server.request(request.method, request.path, request.body, token, request.headers)
    asked = _settled(world.script.asked, row["asked"])
    if row["callback"] in ASKED_BY_TIME:
        asked = min(asked, row["asked"])
    try:
        scenario.send(response)
    except StopIteration as end:
        return rows.observed(world, response, asked, end.value)


def _settled(asked, expected):
    """How often the modules were asked: some callbacks come after the response."""
    end = time.monotonic() + 2
    while (count := asked()) < expected and time.monotonic() < end:
        time.sleep(0.02)
    time.sleep(0.03)
    return asked()
