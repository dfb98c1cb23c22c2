"""`gatehouse serve` as a process, and the requests that tests send to it."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODULE_PATH = [str(ROOT / "build" / kind) for kind in ("modules", "test-modules")]
PATIENCE = 60


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("gatehouse", timeout=PATIENCE)
        self.path = str(path)

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(PATIENCE)
        self.sock.connect(self.path)


class Reply:
    def __init__(self, response):
        self.status, self.headers, self.text = response.status, response.headers, response.read().decode()

    @property
    def json(self):
        return json.loads(self.text)


def request(connection, method, path, body=None, headers=None, close=True):
    text = body if body is None or isinstance(body, str) else json.dumps(body)
    connection.request(method, path, text, {"Content-Type": "application/json", **(headers or {})})
    try:
        return Reply(connection.getresponse())
    finally:
        if close:
            connection.close()


class Server:
    """Runs while it is entered: from `READY=1` on, until SIGTERM. `settings` are keys of the configuration."""

    def __init__(self, binary, folder, modules=(), options=(), command=(), environment=None, **settings):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.config = self.folder / "gatehouse.yaml"
        self.config.write_text(json.dumps({
            "module_path": MODULE_PATH, "allow_writable_paths": True, "modules": list(modules), **settings}))
        self.command = [*command, str(binary), "serve", "--config", str(self.config), *options]
        self.environment = environment or {}
        self.log = self.folder / "log"

    def start(self, **options):
        """Without waiting for it. What it says to systemd comes out of `said`."""
        path = self.folder / "notify"
        path.unlink(missing_ok=True)
        self.notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.notify.bind(str(path))
        self.notify.settimeout(PATIENCE)
        self.process = subprocess.Popen(
            self.command, stderr=self.log.open("wb"), cwd=self.folder,
            env={**os.environ, "NOTIFY_SOCKET": str(path), **self.environment}, **options)
        return self

    def said(self):
        return self.notify.recv(100).decode()

    def __enter__(self):
        self.start()
        try:
            assert self.said() == "READY=1"
        except TimeoutError:
            self.process.kill()
            raise RuntimeError(f"it did not start:\n{self.text()}") from None
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.stop()
        self.notify.close()

    def stop(self):
        """The exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.wait()

    def wait(self):
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return "killed"

    def text(self):
        return self.log.read_text(errors="replace")

    def port(self):
        """Of the TCP address that it listens on, which its log names."""
        return int(re.search(r"listening on [0-9.]+:(\d+)", self.text())[1])

    def unix(self, method, path, body=None, headers=None):
        return request(UnixConnection(self.folder / "s.sock"), method, path, body, headers)

    def tcp(self, method, path, body=None, headers=None):
        return request(
            http.client.HTTPConnection("127.0.0.1", self.port(), timeout=PATIENCE), method, path, body, headers)


def scripted(name, callback, answer):
    """A module that gives one answer to one callback."""
    return {"module": "scripted", "name": name, "config": {"callback": callback, "answer": answer}}


JOIN = "/v1/call/spam_checker/user_may_join_room"
JOINING = {"user_id": "@a:x", "room_id": "!r:x", "is_invited": False}
