"""What a client of a real Synapse sees whose module synapse-http-antispam asks a real server.

Usage: Tests/Serving/antispam BINARY. The last line counts."""

import signal
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "Author"), str(HERE.parent / "Synapse")]

from client import CLIENT  # noqa: E402
from homeserver import Homeserver  # noqa: E402
from report import Report  # noqa: E402
from server import Server, scripted  # noqa: E402

REFUSAL = {"deny_code": "M_RESOURCE_LIMIT_EXCEEDED", "extra": {"error": "No invites today", "org.example.hint": [1]}}
MODULES = [
    scripted("inviting", "spam_checker.user_may_invite", REFUSAL),
    scripted("publishing", "spam_checker.user_may_publish_room", {"fail": "out of order"}),
    {"module": "list_spam_checker", "config": {"evil_users": ["@evil:lab.test"]}},
]
ASKED = ["user_may_join_room", "user_may_invite", "user_may_create_room", "user_may_publish_room", "check_event_for_spam",
         "check_username_for_spam"]


def run(report, binary, folder):
    (folder / "host").mkdir(parents=True)
    (folder / "host/token").write_text("open-sesame")
    server = Server(binary, folder / "host", MODULES, listen="127.0.0.1:0", token_file="token", server_name="lab.test",
                    log_level="debug")
    with server:
        module = {"module": "synapse_http_antispam.HTTPAntispam", "config": {
            "base_url": f"http://127.0.0.1:{server.port()}/antispam", "authorization": "open-sesame",
            "enabled_callbacks": ASKED, "do_ping": True}}
        with Homeserver(folder / "synapse", [module]) as synapse:
            allowed(report, server, synapse)
            refused(report, synapse)
            failed(report, synapse)
            hanging(report, server, synapse)
            down(report, server, synapse)


def allowed(report, server, synapse):
    owner, guest = synapse.user("owner"), synapse.user("guest")
    room = owner.room()
    joined, sent = guest.join(room), guest.send(room)
    report.check("what no module objects to is allowed: creating, joining, sending",
                 (joined.status, sent.status) == (200, 200), f"{joined} {sent}")
    for name in ("user_may_create_room", "user_may_join_room", "check_event_for_spam", "ping"):
        asked = f"POST /antispam/{name} 200" in server.text()
        report.check(f"the server was asked: {name}", asked, server.text()[-2000:])


def refused(report, synapse):
    owner, guest = synapse.user(), synapse.user()
    answer = owner.request("POST", f"{CLIENT}/rooms/{owner.room()}/invite", {"user_id": guest.id})
    expected = {"errcode": "M_RESOURCE_LIMIT_EXCEEDED", "error": "No invites today", "org.example.hint": [1]}
    report.check("a refusal reaches the client with its code and its fields",
                 (answer.status, answer.body) == (403, expected), str(answer))
    evil = synapse.user("evil")
    sent = evil.send(evil.room(preset="private_chat"))
    report.check("an event is refused for its sender", sent.status == 403, str(sent))


def failed(report, synapse):
    owner = synapse.user()
    path = f"{CLIENT}/directory/list/room/{owner.room()}"
    answer = owner.request("PUT", path, {"visibility": "public"})
    report.check("a module that fails refuses, and its reason stays on the server",
                 answer.status == 403 and "out of order" not in str(answer.body), str(answer))


def hanging(report, server, synapse):
    """The module has no deadline of its own; Synapse's client gives up after 60 seconds."""
    owner, guest = synapse.user(), synapse.user()
    room = owner.room()
    server.process.send_signal(signal.SIGSTOP)
    try:
        answer = guest.join(room)
    finally:
        server.process.send_signal(signal.SIGCONT)
    report.check("a server that hangs refuses in the end", (answer.status, answer.body["errcode"]) == (403, "M_UNKNOWN"),
                 str(answer))
    report.check("and serves again when it is back", guest.join(room).status == 200)


def down(report, server, synapse):
    owner, guest = synapse.user(), synapse.user()
    room = owner.room()
    server.stop()
    answer = guest.join(room)
    report.check("a server that is gone refuses what is not set to be open",
                 (answer.status, answer.body["errcode"]) == (403, "M_UNKNOWN"), str(answer))
    report.check("and allows what is: events", owner.send(room).status == 200)


def main():
    report = Report()
    with tempfile.TemporaryDirectory(prefix="gatehouse-antispam-") as folder:
        run(report, Path(sys.argv[1]).resolve(), Path(folder))
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
