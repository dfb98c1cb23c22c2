import asyncio
import base64
import json
import tempfile
import unittest
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

from gatehouse_synapse.homeserver import Questions
from gatehouse_synapse.open_calls import OpenCalls
from synapse.api.errors import SynapseError

CREATE, TOPIC = ("m.room.create", ""), ("m.room.topic", "")


class Api:
    """Synapse's module interface, as far as it goes here."""

    server_name = "orchard.test"
    state = {CREATE: {"type": "m.room.create"}, TOPIC: {"type": "m.room.topic"}}

    def is_mine(self, user_id):
        return user_id.endswith(":orchard.test")

    async def get_room_state(self, room_id, wanted):
        if room_id != "!here:orchard.test":
            return {}
        return {key: event for key, event in self.state.items() if wanted is None or key in wanted}

    async def create_and_send_event_into_room(self, event):
        if event["sender"] != "@a:orchard.test":
            raise SynapseError(403, "not in the room")
        return SimpleNamespace(event_id="$1")

    async def get_userinfo_by_id(self, user_id):
        return SimpleNamespace(is_admin=1, is_guest=0, is_deactivated=None) if "@a:" in user_id else None

    async def get_profile_for_user(self, localpart):
        return SimpleNamespace(display_name=localpart.upper())


class QuestionsTests(unittest.TestCase):
    def setUp(self):
        self.open = OpenCalls()

    def ask(self, function, **parameters):
        questions = Questions(Api(), self.open, None)
        status, body = asyncio.run(questions._outcome(function, json.dumps(parameters).encode()))
        return status, json.loads(body)

    def state(self, room="!here:orchard.test", type=None, state_key=None):
        _, answer = self.ask("get_room_state", room_id=room, type=type, state_key=state_key)
        return answer and [event["type"] for event in answer["value"]]

    def test_room_state_is_what_was_asked_for(self):
        self.assertEqual(self.state(), ["m.room.create", "m.room.topic"])
        self.assertEqual(self.state(type="m.room.topic", state_key=""), ["m.room.topic"])
        self.assertEqual(self.state(type="m.room.name"), [])

    def test_the_state_of_a_call_is_known_until_it_is_over(self):
        def topic(call, type="m.room.topic"):
            return self.ask("get_state_of_call", call=call, type=type, state_key="")

        with self.open.opened(Api.state) as one, self.open.opened({}) as other:
            self.assertEqual(topic(one), (200, {"value": {"type": "m.room.topic"}}))
            self.assertEqual(topic(one, "m.room.name"), (200, None))
            self.assertEqual(topic(other), (200, None))
        self.assertEqual(topic(one), (400, {"error": "the call is over"}))

    def piece(self, call, offset, count):
        async def at_once(_, function, *arguments):
            return function(*arguments)

        with patch("gatehouse_synapse.homeserver.defer_to_thread", at_once):
            return self.ask("get_media_of_call", call=call, offset=offset, count=count)

    def test_a_piece_of_the_file_of_a_call_is_read_until_it_is_over(self):
        def said(bytes):
            return 200, {"value": base64.b64encode(bytes).decode()}

        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "file"
            path.write_bytes(bytes(range(256)) * 8192)
            with self.open.opened(SimpleNamespace(path=str(path))) as call:
                self.assertEqual(self.piece(call, 250, 10), said(bytes([250, 251, 252, 253, 254, 255, 0, 1, 2, 3])))
                self.assertEqual(self.piece(call, 1 << 21, 10), said(b""))
                whole = self.piece(call, 0, 1 << 30)
                self.assertEqual(whole, said(bytes(range(256)) * 4096))
                path.unlink()
                with self.assertLogs("gatehouse_synapse"):
                    self.assertEqual(self.piece(call, 0, 10)[0], 400)
            self.assertEqual(self.piece(call, 0, 10), (400, {"error": "the call is over"}))

    def test_numbers_of_other_processes_are_not_known(self):
        with self.open.opened(Api.state), OpenCalls().opened(Api.state) as other:
            self.assertIsNone(self.open.of(other))

    def test_a_room_that_the_server_is_not_in_is_none(self):
        self.assertIsNone(self.state("!elsewhere:orchard.test"))
        self.assertIsNone(self.state("!elsewhere:orchard.test", "m.room.topic"))

    def test_a_local_user_is_known_and_no_other(self):
        self.assertEqual(self.ask("get_user", user_id="@a:orchard.test"), (200, {"value": {
            "user_id": "@a:orchard.test", "display_name": "A", "is_admin": True, "is_guest": False,
            "is_deactivated": False}}))
        for other in ("@b:orchard.test", "@a:elsewhere.test"):
            self.assertEqual(self.ask("get_user", user_id=other), (200, None))

    def test_what_synapse_refuses_is_told_in_its_words(self):
        event = {"type": "m.room.message", "sender": "@b:orchard.test"}
        self.assertEqual(self.ask("send_event", event=event), (400, {"error": "not in the room"}))

    def test_memberships_are_no_events_to_send(self):
        status, answer = self.ask("send_event", event={"type": "m.room.member", "sender": "@a:orchard.test"})
        self.assertEqual(status, 400)
        self.assertIn("update_room_membership", answer["error"])

    def test_what_it_does_not_know_is_refused(self):
        for unknown in ("launch_rockets", "__init__", "_api"):
            self.assertEqual(self.ask(unknown)[0], 400)
