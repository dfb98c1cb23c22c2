"""A Gatehouse host for tests: `gatehouse serve` on a Unix socket."""

import json
import os
import re
import signal
import subprocess
import time
from pathlib import Path

import http_client

ROOT = Path(__file__).parents[2]
MODULES = ROOT / "build" / "modules"
TEST_MODULES = ROOT / "build" / "test-modules"


class Host:
    """`modules` is the list of the configuration, `settings` the rest; `start` runs it, as often as wanted."""

    def __init__(self, binary, folder, modules=(), **settings):
        self.binary, self.folder, self.modules = str(Path(binary).resolve()), Path(folder), list(modules)
        self.settings = settings
        self.socket = self.folder / "gatehouse.sock"
        self.log = self.folder / "gatehouse.log"
        self.process = None

    def __enter__(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        self.start()
        return self

    def __exit__(self, *_):
        self.kill()

    def start(self):
        config = self.folder / "gatehouse.yaml"
        # JSON is YAML too.
        config.write_text(json.dumps({
            "modules": self.modules, "socket": str(self.socket), "allow_writable_paths": True, **self.settings}))
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [self.binary, "serve", "--config", str(config)], stdout=log, stderr=subprocess.STDOUT)
        self._wait()

    def stop(self):
        """As an administrator stops it: calls under way are finished."""
        self._end(signal.SIGTERM)

    def kill(self):
        self._end(signal.SIGKILL)

    def freeze(self):
        """It hangs: connections are there, answers are not."""
        os.kill(self.process.pid, signal.SIGSTOP)

    def thaw(self):
        os.kill(self.process.pid, signal.SIGCONT)

    def restart(self, modules=None):
        self.stop()
        self.modules = self.modules if modules is None else list(modules)
        self.start()

    def get(self, path):
        return http_client.request(self.socket, "GET", path)

    def call(self, callback, arguments):
        """Asks the chain of a callback, as a homeserver would."""
        category, name = callback.split(".")
        return http_client.request(self.socket, "POST", f"/v1/call/{category}/{name}", arguments).ok()

    def asked(self, callback):
        """How often modules were asked this callback since the host started."""
        text = self.get("/metrics").body.decode()
        found = re.findall(r'^gatehouse_calls_total\{([^}]*)\} (\d+)', text, re.MULTILINE)
        return sum(int(count) for labels, count in found if f'callback="{callback}"' in labels)

    def callbacks(self):
        """Full names of what the host knows."""
        listed = subprocess.run([self.binary, "callbacks", "--json"], check=True, capture_output=True).stdout
        return [f"{callback['category']}.{callback['name']}" for callback in json.loads(listed)]

    def _end(self, how):
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            self.process.send_signal(signal.SIGCONT)
            self.process.wait(60)

    def _wait(self):
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                break
            try:
                if self.get("/readyz").status == 200:
                    return
            except OSError:
                pass
            time.sleep(0.01)
        raise RuntimeError(f"the host did not start:\n{self.log.read_text(errors='replace')[-4000:]}")
