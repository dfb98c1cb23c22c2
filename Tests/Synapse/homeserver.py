"""A real Synapse for tests: SQLite, one process, loopback, thrown away afterwards."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import http_client
import loopback

SECRET = "tests only"
LIMIT = {"per_second": 100_000, "burst_count": 100_000}
# Every limit that a test could run into; "" is the limit itself, anything else a part of it.
LIMITS = {
    "rc_message": [""],
    "rc_registration": [""],
    "rc_login": ["address", "account", "failed_attempts"],
    "rc_admin_redaction": [""],
    "rc_joins": ["local", "remote"],
    "rc_joins_per_room": [""],
    "rc_3pid_validation": [""],
    "rc_invites": ["per_room", "per_user", "per_issuer"],
    "rc_third_party_invite": [""],
    "rc_media_create": [""],
    "rc_presence": ["per_user"],
    "rc_room_creation": [""],
    "rc_reports": [""],
    "rc_user_directory": [""],
}


class Homeserver:
    """Starts when it is entered. `modules` is the list of homeserver.yaml; `path` are folders to import them from."""

    def __init__(self, folder, modules=(), path=(), federates=False, port=None,
                 python=sys.executable):
        self.folder, self.modules, self.path = Path(folder), list(modules), [str(folder) for folder in path]
        self.federates, self.python = federates, python
        self.port = port or loopback.free_port()
        self.federation_port = loopback.free_port() if federates else None
        self.name = f"127.0.0.1:{self.federation_port}" if federates else "lab.test"
        self.file, self.log = self.folder / "homeserver.yaml", self.folder / "homeserver.log"
        self.process = None
        self.users = 0

    def __enter__(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        self.file.write_text(json.dumps(self.configuration()))
        self._run("--generate-keys")
        self._start()
        return self

    def __exit__(self, *_):
        if self.process:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def request(self, method, path, body=None, token=None, headers=None):
        return http_client.request(("127.0.0.1", self.port), method, path, body, token, headers)

    def user(self, name=None, admin=False):
        """A new account with a session."""
        from client import Client

        self.users += 1
        return Client.register(self, name or f"user{self.users}", SECRET, admin)

    def metric(self, name):
        """What the metrics say of one, `name{label="value"}`; 0 where it is not there."""
        text = self.request("GET", "/_synapse/metrics").body.decode()
        lines = (line.rpartition(" ") for line in text.splitlines())
        return next((float(value) for key, _, value in lines if key == name), 0.0)

    def text(self):
        return self.log.read_text(errors="replace")

    def configuration(self):
        configuration = {
            "server_name": self.name,
            "listeners": self._listeners(),
            "database": {"name": "sqlite3", "args": {"database": str(self.folder / "homeserver.db")}},
            "media_store_path": str(self.folder / "media"),
            "signing_key_path": str(self.folder / "signing.key"),
            "log_config": str(self._log_config()),
            "pid_file": str(self.folder / "homeserver.pid"),
            "registration_shared_secret": SECRET,
            "enable_registration": True,
            "enable_registration_without_verification": True,
            "macaroon_secret_key": SECRET,
            "form_secret": SECRET,
            "bcrypt_rounds": 4,
            "max_upload_size": "2M",
            "user_directory": {"search_all_users": True},
            "room_list_publication_rules": [{"action": "allow"}],
            "presence": {"enabled": True},
            "trusted_key_servers": [],
            "report_stats": False,
            "enable_metrics": True,
            "modules": self.modules,
            **{limit: self._limit(parts) for limit, parts in LIMITS.items()},
        }
        return configuration | (self._federation() if self.federates else {})

    @staticmethod
    def _limit(parts):
        return {part: LIMIT for part in parts} if parts != [""] else LIMIT

    def _listeners(self):
        loop = {"type": "http", "bind_addresses": ["127.0.0.1"]}
        client = {**loop, "port": self.port, "tls": False, "resources": [{"names": ["client", "metrics"]}]}
        if not self.federates:
            return [client]
        return [client, {**loop, "port": self.federation_port, "tls": True, "resources": [{"names": ["federation"]}]}]

    def _federation(self):
        certificate, key = loopback.certificate(self.folder)
        return {
            "tls_certificate_path": str(certificate),
            "tls_private_key_path": str(key),
            "federation_verify_certificates": False,
            "ip_range_blacklist": [],
            "federation": {"client_timeout": "5s", "max_short_retries": 3, "max_short_retry_delay": "1s"},
        }

    def _log_config(self):
        path = self.folder / "log.yaml"
        handler = {"class": "logging.StreamHandler", "formatter": "line", "stream": "ext://sys.stdout"}
        path.write_text(json.dumps({
            "version": 1, "disable_existing_loggers": False,
            "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s [%(request)s] %(message)s"}},
            "handlers": {"out": handler},
            "root": {"level": "INFO", "handlers": ["out"]},
        }))
        return path

    def _environment(self):
        return {**os.environ, "PYTHONPATH": ":".join(self.path), "PYTHONDONTWRITEBYTECODE": "1"}

    def _command(self, *options):
        return [self.python, "-m", "synapse.app.homeserver", "-c", str(self.file), *options]

    def _run(self, *options):
        with self.log.open("ab") as log:
            done = subprocess.run(
                self._command(*options), stdout=log, stderr=subprocess.STDOUT, env=self._environment())
        if done.returncode != 0:
            raise RuntimeError(f"Synapse refuses its configuration:\n{self.text()[-4000:]}")

    def _start(self):
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self._command(), stdout=log, stderr=subprocess.STDOUT, env=self._environment())
        try:
            self._wait()
            self._started()
        except BaseException:
            self.__exit__()
            raise

    def _started(self):
        self.admin = self.user(admin=True)

    def _wait(self):
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise RuntimeError(f"Synapse did not start:\n{self.text()[-4000:]}")
            try:
                if self.request("GET", "/_matrix/client/versions").status == 200:
                    return
            except OSError:
                pass
            time.sleep(0.05)
        raise RuntimeError(f"Synapse did not answer:\n{self.text()[-4000:]}")
