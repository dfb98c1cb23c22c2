"""Runs schemathesis against `gatehouse serve`. Its exit code is this one's."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from server import Server, scripted  # noqa: E402

MODULES = [
    {"module": "house_rules", "config": {"server": "orchard.test"}},
    {"module": "presence_router", "config": {"always_send_to_users": ["@ops:x"]}},
    scripted("slow-down", "spam_checker.user_may_create_room_alias", {
        "synapse_error": {"status": 429, "code": "M_LIMIT_EXCEEDED", "msg": "slow", "fields": {}}}),
]
OPTIONS = ["--checks", "all", "--seed", "1", "--max-examples", "5", "--workers", "1", "--no-color",
           "--suppress-health-check", "all", "--generation-database", "none"]


def main():
    python = Path(sys.executable)
    with tempfile.TemporaryDirectory(prefix="gatehouse-openapi-") as folder:
        with Server(Path(sys.argv[1]).resolve(), folder, MODULES, listen="127.0.0.1:0", call_limit=1000) as server:
            address = f"http://127.0.0.1:{server.port()}/openapi.json"
            hooks = {"SCHEMATHESIS_HOOKS": "openapi_hooks", "PYTHONPATH": str(HERE)}
            ended = subprocess.run(
                [python.with_name("schemathesis"), "run", address, *OPTIONS], cwd=folder, env={**os.environ, **hooks})
            return ended.returncode or server.stop()


if __name__ == "__main__":
    sys.exit(main())
