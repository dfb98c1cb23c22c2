#!/usr/bin/env python3
"""A homeserver whose messages compiled modules moderate, from nothing: `make synapse-demo`.

Usage: demo.py GATEHOUSE [PORT]. It ends with Ctrl-C, or at once where there is no terminal.
"""

import signal
import sys
import tempfile
from pathlib import Path

from client import CLIENT, PASSWORD
from homeserver import Homeserver
from host import MODULES, Host

BRIDGE = Path(__file__).parents[2] / "Sources" / "SynapseBridge"


def message(user, room, text):
    answer = user.request(
        "PUT", f"{CLIENT}/rooms/{room}/send/m.room.message/{abs(hash(text))}", {"msgtype": "m.text", "body": text})
    outcome = "sent" if answer.status == 200 else "refused: {errcode}: {error}".format(**answer.body)
    print(f"  {user.id:<18} {text!r:<28} {outcome}", flush=True)


def show(server):
    alice, evil = server.user("alice"), server.user("evil")
    room = alice.room(name="The demonstration", room_alias_name="demo")
    evil.join(room).ok()
    print("\nTwo people talk. The list_spam_checker module knows one of them:\n")
    message(alice, room, "Good morning")
    message(evil, room, "Buy my watches")
    message(alice, room, "Is anybody here?")
    message(evil, room, "Cheap watches!")


def explain(server, host):
    print(f"""
Connect a client of your own:
  homeserver  http://127.0.0.1:{server.port}
  users       alice and evil, password {PASSWORD!r}
  room        #demo:{server.name}

What the host decided:  {host.binary} decisions --config {host.folder}/gatehouse.yaml
Its log: {host.log}
Synapse's log: {server.log}
""", flush=True)


def wait():
    if sys.stdin.isatty():
        print("Ctrl-C ends it.")
        try:
            signal.pause()
        except KeyboardInterrupt:
            print()


def main():
    binary, port = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory(prefix="gatehouse-demo-") as folder:
        folder = Path(folder)
        checker = {"module": str(MODULES / "list_spam_checker.so"), "config": {"evil_users": ["@evil:lab.test"]}}
        host = Host(binary, folder / "host", [checker])
        bridge = {"module": "gatehouse_synapse.Gatehouse", "config": {"socket": str(host.socket), "deadline": "1s"}}
        print("Starting the host and Synapse ...", flush=True)
        with host, Homeserver(folder / "synapse", [bridge], [BRIDGE], port=port) as server:
            show(server)
            explain(server, host)
            wait()


if __name__ == "__main__":
    main()
