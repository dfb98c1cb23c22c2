"""How a test tells the scripted modules what to answer."""

import json
from pathlib import Path

from host import TEST_MODULES


class NativeScript:
    """For native.py."""

    def __init__(self, folder):
        self._script, self._asked = Path(folder) / "script.json", Path(folder) / "asked"
        self.allow_everything()

    @property
    def config(self):
        return {"script": str(self._script), "asked": str(self._asked)}

    def allow_everything(self):
        self.answer(None, None)

    def answer(self, callback, answer):
        self._asked.write_text("")
        fresh = self._script.with_suffix(".new")
        fresh.write_text(json.dumps({"callback": callback, "answer": answer}))
        fresh.replace(self._script)

    def asked(self):
        return len(self._asked.read_text().splitlines())


class CompiledScript:
    """For the module in Tests/Modules/scripted, which answers as its configuration says: a new host for each answer.

    Synapse registers what the host of its start implements, so that one has an instance for each callback. Later hosts
    have the one that is asked about: where there is none, everything passes.
    """

    def __init__(self, host, callbacks):
        """`callbacks` are those that are asked about; the host may not know them all."""
        self._host = host
        known = {name.split(".")[1]: name for name in host.callbacks()}
        self._names = {callback: known[callback] for callback in callbacks if callback in known}
        self._asked = None
        host.modules = [self._module(name, {"allow": True}) for name in self._names.values()]

    def knows(self, callback):
        return callback in self._names

    def allow_everything(self):
        self._host.restart([])

    def answer(self, callback, answer):
        self._asked = self._names[callback]
        self._host.restart([self._module(self._asked, answer)])

    def asked(self):
        return self._host.asked(self._asked)

    @staticmethod
    def _module(name, answer):
        config = {"callback": name, "answer": answer}
        return {"module": str(TEST_MODULES / "scripted.so"), "name": name, "config": config}
