"""Plays a case through Synapse's real classes with the bridge in them, and with compiled modules behind the bridge."""

import copy
import inspect
import json
from pathlib import Path

from gatehouse_synapse import Gatehouse
from gatehouse_synapse.configuration import parse
from synapse.module_api import ModuleApi
from twisted.internet.defer import ensureDeferred

from cases import MOST_MODULES
from categories import CALLBACKS
from homeserver import HomeServer
from synapse_chains import result

ALLOW = {"allow": True}
# Whoever comes first has all of its callbacks, so one instance has them.
OWNED = "background_update_controller"


class Script:
    """What the instances of the scripted module answer: those of a callback read one file.

    One host serves all cases. It has as many instances for each callback as a case has modules at most; those that a
    case does not need have nothing against anything.
    """

    def __init__(self, folder):
        self._folder = Path(folder)

    def modules(self, library):
        """The module list of the host's configuration."""
        return [self._module(library, name, place) for name in CALLBACKS for place in range(_instances(name))]

    def write(self, callback, answers):
        padded = answers + [ALLOW] * (MOST_MODULES - len(answers))
        fresh = self._folder / "fresh"
        fresh.write_text(json.dumps(padded))
        fresh.replace(self._file(callback))
        self._asked(callback).write_text("")

    def asked(self, callback):
        """The places of the callback's instances that were asked since, in that order."""
        return [int(place) for place in self._asked(callback).read_text().split()]

    def _module(self, library, callback, place):
        self.write(callback, [])
        files = {"file": str(self._file(callback)), "asked": str(self._asked(callback))}
        config = files | {"callback": callback, "place": place}
        return {"module": str(library), "name": f"{callback}-{place + 1}", "config": config}

    def _asked(self, callback):
        return Path(f"{self._file(callback)}.asked")

    def _file(self, callback):
        return self._folder / (OWNED if callback.startswith(OWNED) else callback)


def _instances(callback):
    category, name = CALLBACKS[callback], callback.partition(".")[2]
    if category.name == OWNED:
        return int(name == "on_update")
    return 1 if category.callbacks[name].exclusive else MOST_MODULES


def can_play(case):
    """Not where other modules would have to be loaded, or be refused, before anybody is asked."""
    alone = _instances(case["callback"]) < MOST_MODULES
    loaded = {"field", "left_out"}
    return (len(case["modules"]) == 1 or not alone) and not any(loaded & answer.keys() for answer in case["modules"])


class Bridge:
    """The bridge as Synapse has it, registered with an interface that keeps what it is given."""

    def __init__(self, socket, script):
        self._api, self._script = Api(), script
        Gatehouse(parse({"socket": str(socket), "deadline": "60s"}), self._api)

    async def play(self, case):
        category, name = CALLBACKS[case["callback"]], case["callback"].partition(".")[2]
        callback = category.callbacks[name]
        self._script.write(case["callback"], case["modules"])
        chain = category.chain(HomeServer())
        category.register(chain, name, self._function(name), {})
        arguments = callback.native_arguments(copy.deepcopy(case["arguments"]))
        came = await result(callback.kind, category.ask(chain, name, arguments))
        asked = [place for place in self._script.asked(case["callback"]) if place <= len(case["modules"])]
        return {"result": came, "asked": asked}

    def _function(self, name):
        registered = self._api.registered[name]
        if isinstance(registered, dict):
            # The checkers of all login types are the same.
            return next(iter(registered.values()))
        # Also what is called and not awaited.
        registered.at_once = registered
        return registered


class Api:
    server_name, worker_name = "chain.test", None

    def __init__(self):
        self.registered = {}

    def __getattr__(self, name):
        if not name.startswith("register_"):
            raise AttributeError(name)

        def register(**functions):
            self.registered |= functions

        _, *parameters = inspect.signature(getattr(ModuleApi, name)).parameters.values()
        register.__signature__ = inspect.Signature(parameters)
        return register

    @staticmethod
    def run_as_background_process(_, function, *arguments):
        return ensureDeferred(function(*arguments))
