"""The example modules at their documented job, on a real homeserver."""

import json
import os
import tempfile
import threading
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

from client import CLIENT
from homeserver import Homeserver
from host import MODULES, Host

BINARY = os.environ["GATEHOUSE"]
BRIDGE = Path(__file__).parents[2] / "Sources" / "SynapseBridge"


def homeserver(case, *modules):
    """A homeserver that these modules moderate, as long as the tests of a class run."""
    folder = Path(case.enterClassContext(tempfile.TemporaryDirectory(prefix="gatehouse-synapse-")))
    host = case.enterClassContext(Host(BINARY, folder / "host", modules))
    bridge = {"module": "gatehouse_synapse.Gatehouse", "config": {"socket": str(host.socket)}}
    return case.enterClassContext(Homeserver(folder / "server", [bridge], [BRIDGE]))


def example(name, **config):
    return {"module": str(MODULES / f"{name}.so"), "config": config}


class ExamplesTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        server = homeserver(
            cls, example("list_spam_checker", evil_users=["@evil:lab.test"]),
            example(
                "presence_router", always_send_to_users=["@watcher:lab.test"], blacklisted_users=["@hidden:lab.test"]))
        cls.users = {name: server.user(name) for name in ("evil", "good", "watcher", "hidden")}

    def test_the_list_spam_checker_refuses_evil_users_messages_and_no_others(self):
        room = self.users["good"].room()
        self.users["evil"].join(room).ok()
        refused = self.users["evil"].send(room)
        self.assertEqual((refused.status, refused.body["errcode"]), (403, "M_FORBIDDEN"))
        self.assertEqual(self.users["good"].send(room).status, 200)

    def test_the_presence_router_sends_to_those_who_share_no_room(self):
        for name in ("good", "hidden"):
            user = self.users[name]
            user.request("PUT", f"{CLIENT}/presence/{user.id}/status", {"presence": "online", "status_msg": name}).ok()
        answer = self.users["watcher"].get(f"{CLIENT}/sync?timeout=1000").ok()
        told = {event["sender"] for event in answer.get("presence", {}).get("events", [])}
        self.assertIn(self.users["good"].id, told)
        self.assertNotIn(self.users["hidden"].id, told)

    def test_the_list_spam_checker_says_who_is_evil(self):
        path = "/_synapse/client/list_spam_checker/is_evil"
        for name, evil in (("evil", True), ("good", False)):
            answer = self.users["good"].get(f"{path}?user={quote(self.users[name].id)}")
            self.assertEqual((answer.status, answer.body), (200, {"evil": evil}))
        self.assertEqual(self.users["good"].get(path).status, 400)


class Censor(BaseHTTPRequestHandler):
    """The service that event_censorer asks: blots words out, and fails where it is told to."""

    def do_POST(self):
        content = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["content"]
        if "body" in content:
            content["body"] = content["body"].replace("darn", "****")
        text = json.dumps(content).encode()
        self.send_response(500 if content.get("body") == "fail" else 200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        pass


class EventCensorerTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        censor = ThreadingHTTPServer(("127.0.0.1", 0), Censor)
        cls.addClassCleanup(censor.server_close)
        cls.addClassCleanup(censor.shutdown)
        threading.Thread(target=censor.serve_forever, daemon=True).start()
        endpoint = f"http://127.0.0.1:{censor.server_port}/"
        cls.user = homeserver(cls, example("event_censorer", endpoint=endpoint)).user()

    def test_a_service_replaces_the_content_of_events(self):
        room = self.user.room()
        self.user.send(room, {"msgtype": "m.text", "body": "well, darn it"}).ok()
        self.assertEqual(self.user.events(room)[0]["content"]["body"], "well, **** it")

    def test_where_the_service_fails_so_does_the_event(self):
        self.assertEqual(self.user.send(self.user.room(), {"msgtype": "m.text", "body": "fail"}).status, 500)


class RoomStateTests(unittest.TestCase):
    """house_rules reads one event of a room's state: whether the room is locked."""

    @classmethod
    def setUpClass(cls):
        cls.server = homeserver(cls, example("house_rules", server="lab.test"))

    def change(self, user, room, type, content):
        return user.request("PUT", f"{CLIENT}/rooms/{room}/state/{type}/", content).status

    def test_a_module_knows_the_state_that_it_declared_to_read(self):
        user = self.server.user()
        locked, free = user.room(), user.room()
        self.assertEqual(self.change(user, locked, "org.example.lock", {"locked": True}), 200)
        self.assertEqual(self.change(user, free, "org.example.lock", {"locked": False}), 200)
        self.assertEqual(self.change(user, locked, "m.room.topic", {"topic": "new"}), 403)
        self.assertEqual(self.change(user, free, "m.room.topic", {"topic": "new"}), 200)
        self.assertEqual(self.change(user, user.room(), "m.room.topic", {"topic": "new"}), 200)


if __name__ == "__main__":
    unittest.main()
