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
    """For the module in Tests/Modules/scripted: an instance for each callback, and a new host for each answer.

    An instance for one callback of the presence router takes part in both, so there is one for the two.
    """

    def __init__(self, host, callbacks):
        """`callbacks` are those that are asked about; the host may not know them all."""
        self._host = host
        known = {name.split(".")[1]: name for name in host.callbacks()}
        self._names = {callback: known[callback] for callback in callbacks if callback in known}
        self._asked = None
        host.modules = self._modules({})

    def knows(self, callback):
        return callback in self._names

    def allow_everything(self):
        self._host.restart(self._modules({}))

    def answer(self, callback, answer):
        self._asked = self._names[callback]
        self._host.restart(self._modules({self._asked: answer}))

    def asked(self):
        return self._host.asked(self._asked)

    def _modules(self, answers):
        scripts = {}
        for name in self._names.values():
            category = name.split(".")[0]
            key = category if category == "presence_router" else name
            if key not in scripts or name in answers:
                scripts[key] = self._module(name, answers.get(name, {"allow": True}))
        return list(scripts.values())

    @staticmethod
    def _module(name, answer):
        config = {"callback": name, "answer": answer}
        return {"module": str(TEST_MODULES / "scripted.so"), "name": name, "config": config}
