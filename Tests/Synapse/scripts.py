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
    """For the module in Tests/Modules/scripted: an instance for each callback, which reads its answers from a file."""

    def __init__(self, host, folder, callbacks):
        """`callbacks` are those that are asked about; the host may not know them all."""
        self._host, self._folder = host, Path(folder)
        self._folder.mkdir(parents=True)
        known = {name.split(".")[1]: name for name in host.callbacks()}
        self._names = {callback: known[callback] for callback in callbacks if callback in known}
        self._asked, self._before = None, 0
        host.modules = [self._module(name) for name in self._names.values()]
        self.allow_everything()

    def knows(self, callback):
        return callback in self._names

    def allow_everything(self):
        for name in self._names.values():
            self._write(name, {"allow": True})

    def answer(self, callback, answer):
        if self._asked:
            self._write(self._asked, {"allow": True})
        self._asked = self._names[callback]
        self._before = self._host.asked(self._asked)
        self._write(self._asked, answer)

    def asked(self):
        return self._host.asked(self._asked) - self._before

    def _module(self, name):
        config = {"callback": name, "file": str(self._file(name))}
        return {"module": str(TEST_MODULES / "scripted.so"), "name": name, "config": config}

    def _write(self, name, answer):
        fresh = self._file(name).with_suffix(".new")
        fresh.write_text(json.dumps([answer]))
        fresh.replace(self._file(name))

    def _file(self, name):
        return self._folder / f"{name}.json"
