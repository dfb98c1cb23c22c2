"""A homeserver of several processes, which talk to each other through Redis."""

import json
import subprocess
import time

import loopback
from homeserver import SECRET, Homeserver


class Redis:
    """On a Unix socket; remembers nothing."""

    def __init__(self, folder):
        self.folder, self.socket = folder, folder / "redis.sock"
        self.process = None

    def __enter__(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        self.process = subprocess.Popen(
            ["redis-server", "--port", "0", "--unixsocket", self.socket, "--save", "", "--dir", self.folder],
            stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + 30
        while not self.socket.exists():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("redis-server did not start")
            time.sleep(0.01)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


class MainProcess(Homeserver):
    """The process that workers go with."""

    def __init__(self, folder, modules, path, redis):
        super().__init__(folder, modules, path)
        self.redis, self.replication_port = redis, loopback.free_port()

    def configuration(self):
        configuration = super().configuration()
        configuration["listeners"].append(listener(self.replication_port, "replication"))
        return configuration | {
            "redis": {"enabled": True, "path": str(self.redis.socket)},
            "instance_map": {"main": {"host": "127.0.0.1", "port": self.replication_port}},
            "worker_replication_secret": SECRET,
        }


class Worker(Homeserver):
    """One that answers clients."""

    def __init__(self, main, name):
        super().__init__(main.folder, path=main.path)
        self.main, self.worker = main, name
        self.file, self.log = main.folder / f"{name}.yaml", main.folder / f"{name}.log"

    def __enter__(self):
        self.file.write_text(json.dumps({
            "worker_app": "synapse.app.generic_worker",
            "worker_name": self.worker,
            "worker_listeners": [listener(self.port, "client")],
            "worker_log_config": str(self._log_config()),
        }))
        self._start()
        return self

    def _started(self):
        """Accounts are made at the main process."""

    def _command(self):
        files = ["-c", str(self.main.file), "-c", str(self.file)]
        return [self.python, "-m", "synapse.app.generic_worker", *files]


def listener(port, resource):
    return {"type": "http", "port": port, "bind_addresses": ["127.0.0.1"], "resources": [{"names": [resource]}]}
