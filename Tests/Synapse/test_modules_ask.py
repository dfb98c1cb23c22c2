"""What compiled modules ask of a real homeserver, and the paths that they answer there."""

import json
import os
import tempfile
import unittest
from pathlib import Path
from urllib.parse import quote

from client import CLIENT
from homeserver import Homeserver
from host import TEST_MODULES, Host
from scenarios import eventually

BINARY = os.environ["GATEHOUSE"]
BRIDGE = Path(__file__).parents[2] / "Sources" / "SynapseBridge"
PATH = "/_synapse/client/clerk"
FOUND, ABSENT, UNREACHABLE = "1", "2", "3"


class ModulesAskTests(unittest.TestCase):
    """The clerk module asks the homeserver what it is told to ask, and keeps a journal of the answers."""

    @classmethod
    def setUpClass(cls):
        folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="gatehouse-synapse-")))
        clerk = {"module": str(TEST_MODULES / "clerk.so"), "config": {"paths": [PATH, "/_synapse/client/tree/"]},
                 "grants": ["homeserver", "web"]}
        looker = {"module": str(TEST_MODULES / "looker.so"), "config": {"type": "m.room.topic"}}
        cls.host = cls.enterClassContext(Host(BINARY, folder / "host", [clerk, looker], server_name="lab.test"))
        bridge = {"module": "gatehouse_synapse.Gatehouse", "config": {
            "socket": str(cls.host.socket), "callback_socket": str(folder / "synapse-{worker}.sock")}}
        cls.server = cls.enterClassContext(Homeserver(folder / "server", [bridge], [BRIDGE]))
        cls.user = cls.server.user("alice")

    @classmethod
    def run_command(cls, *words):
        answer = cls.host.call("spam_checker.user_may_publish_room", {"user_id": " ".join(words), "room_id": "!r:x"})
        return answer["extra"]["text"]

    def ask(self, *words):
        """What the homeserver answers: GH_FOUND, GH_ABSENT or GH_UNREACHABLE, and the value or the reason."""
        self.run_command("journal")  # Where it notes what clients of its paths wanted, too.
        self.assertEqual(self.run_command(*words), "asked")
        said = eventually(lambda: self.run_command("journal"), 30)
        found, _, value = said.rstrip(";").partition(" ")
        return found, json.loads(value) if found == FOUND else value

    def test_an_event_is_sent(self):
        room = self.user.room()
        event = {"type": "org.example.note", "room_id": room, "sender": self.user.id, "content": {"n": 1}}
        found, value = self.ask("send", json.dumps(event, separators=(",", ":")))
        self.assertEqual(found, FOUND, value)
        sent = self.user.get(f"{CLIENT}/rooms/{quote(room)}/event/{quote(value['event_id'])}").ok()
        self.assertEqual((sent["type"], sent["content"]), ("org.example.note", {"n": 1}))

    def test_what_synapse_refuses_is_told(self):
        event = {"type": "m.room.message", "room_id": self.user.room(), "sender": "@bob:lab.test", "content": {}}
        found, reason = self.ask("send", json.dumps(event, separators=(",", ":")))
        self.assertEqual(found, UNREACHABLE)
        self.assertIn("not in room", reason)

    def test_room_state_is_read(self):
        room = self.user.room(name="The room")
        found, events = self.ask("state", room, "m.room.name", "-")
        self.assertEqual((found, [event["content"] for event in events]), (FOUND, [{"name": "The room"}]))
        self.assertEqual(self.ask("state", room, "org.example.none", "-"), (FOUND, []))
        self.assertEqual(self.ask("state", "!elsewhere:lab.test", "m.room.name", "-"), (ABSENT, ""))

    def test_state_that_a_module_did_not_declare_is_fetched_while_the_call_lasts(self):
        for room, found, content in (
                (self.user.room(topic="Apples"), FOUND, '"topic":"Apples"'), (self.user.room(), ABSENT, "nothing")):
            before = len(self.looks())
            self.user.send(room).ok()
            look = self.looks()[before:]
            self.assertEqual(len(look), 1)
            self.assertEqual(look[0].split()[0], found)
            self.assertIn(content, look[0])

    def looks(self):
        """What came of look-ups, as the module logs it."""
        lines = self.host.log.read_text().splitlines()
        return [line.partition("looked: ")[2] for line in lines if "looked: " in line]

    def test_a_membership_is_changed(self):
        room, guest = self.user.room(), self.server.user("guest")
        found, value = self.ask("member", self.user.id, guest.id, room, "invite", "-")
        self.assertEqual(found, FOUND, value)
        self.assertEqual(self.user.member(room, guest.id), "invite")

    def test_users_are_known_and_made(self):
        admin = self.server.admin.id
        _, value = self.ask("user", admin)
        self.assertEqual((value["user_id"], value["is_admin"], value["is_deactivated"]), (admin, True, False))
        self.assertEqual(self.ask("user", "@nobody:lab.test"), (ABSENT, ""))
        self.assertEqual(self.ask("register", "robot", "Robot", "0"), (FOUND, {"user_id": "@robot:lab.test"}))
        _, value = self.ask("user", "@robot:lab.test")
        self.assertEqual((value["display_name"], value["is_admin"]), ("Robot", False))

    def test_account_data_is_kept(self):
        self.assertEqual(self.ask("data", self.user.id, "org.example.type"), (ABSENT, ""))
        self.assertEqual(self.ask("data", self.user.id, "org.example.type", '{"k":1}'), (FOUND, None))
        self.assertEqual(self.ask("data", self.user.id, "org.example.type"), (FOUND, {"k": 1}))

    def test_a_room_is_put_on_the_list(self):
        room = self.user.room(visibility="private")
        self.assertEqual(self.ask("public", room), (FOUND, False))
        self.assertEqual(self.ask("public", room, "1"), (FOUND, None))
        listed = self.user.get(f"{CLIENT}/directory/list/room/{quote(room)}").ok()
        self.assertEqual(listed["visibility"], "public")
        self.assertEqual(self.ask("public", room), (FOUND, True))

    def test_presence_is_sent(self):
        self.assertEqual(self.ask("presence", self.user.id), (FOUND, None))

    def test_a_host_that_is_restarted_finds_the_homeserver_again(self):
        self.host.restart()
        self.assertEqual(self.ask("user", "@nobody:lab.test"), (ABSENT, ""))

    def test_a_path_of_a_module_is_a_path_of_synapse(self):
        answer = self.server.request("POST", f"{PATH}?user=%40a%3Ax", b"hello", headers={"Content-Type": "text/plain"})
        self.assertEqual((answer.status, answer.headers["X-Clerk"]), (201, "yes"))
        self.assertTrue(answer.body.startswith(f"POST {PATH} user=@a:x(1) body=hello".encode()), answer.body)
        below = self.server.request("GET", "/_synapse/client/tree/of/paths")
        self.assertTrue(below.body.startswith(b"GET /_synapse/client/tree/of/paths"), below.body)
        self.assertEqual(self.server.request("GET", "/_synapse/client/other").status, 404)


if __name__ == "__main__":
    unittest.main()
