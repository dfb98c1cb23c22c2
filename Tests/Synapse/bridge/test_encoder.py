import json
import tempfile
import unittest


import recording
from gatehouse_synapse.catalogue import Callback, Parameter
from gatehouse_synapse.encoder import Encoder
from synapse.types import create_requester


def callback(*parameters, state=()):
    listed = tuple(Parameter(name, type, nullable) for name, type, nullable in parameters)
    return Callback("category", "name", listed, "verdict", False, ("module",), frozenset(state))


class EncoderTests(unittest.TestCase):
    def setUp(self):
        self.encoder = Encoder("orchard.test")

    def encode(self, callback, *arguments):
        return json.loads(self.encoder.encode(callback, arguments))

    def test_arguments_of_every_callback_are_written_as_the_recording_has_them(self):
        """Each argument is made into what Synapse would hand over, written, and compared."""
        seen = set()
        for name, expected in recording.first_calls():
            with self.subTest(name):
                parameters = [(key, "json", True) for key in expected]
                arguments = [recording.as_synapse_has_it(key, value) for key, value in expected.items()]
                self.assertEqual(self.encode(callback(*parameters), *arguments), expected)
                seen.add(name)
        self.assertEqual(len(seen), 51)

    def test_state_is_what_modules_declared_and_nothing_more(self):
        events = {
            key: recording.event({"type": key[0], "state_key": key[1]})
            for key in [("m.room.topic", ""), ("m.room.member", "@a:b"), ("m.room.member", "@c:d"), ("org.x", "k")]}
        sent = self.encode(
            callback(("state_events", "state", False), state={("m.room.member", None), ("org.x", "k"), ("org.x", "")}),
            events)
        self.assertEqual(
            [(event["type"], event["state_key"]) for event in sent["state_events"]["events"]],
            [("m.room.member", "@a:b"), ("m.room.member", "@c:d"), ("org.x", "k")])
        self.assertEqual(
            {(read["type"], read["state_key"]) for read in sent["state_events"]["reads"]},
            {("m.room.member", None), ("org.x", "k"), ("org.x", "")})

    def test_state_comes_with_the_number_of_its_call_where_there_is_one(self):
        state = callback(("state_events", "state", False), state={("org.x", "k")})
        sent = json.loads(self.encoder.encode(state, ({},), 7))
        self.assertEqual(sent["state_events"], {"reads": [{"type": "org.x", "state_key": "k"}], "events": [], "call": 7})
        self.assertNotIn("call", self.encode(state, {})["state_events"])

    def test_a_file_is_sent_whole_or_by_what_the_host_needs_to_have_it(self):
        file = recording.as_synapse_has_it("file_wrapper", {"base64": "aGVsbG8="})
        media = callback(("file_wrapper", "media", False))
        self.assertEqual(self.encode(media, file)["file_wrapper"], {"path": file.path, "base64": "aGVsbG8="})
        sent = json.loads(self.encoder.encode(media, [file], 7))
        self.assertEqual(sent["file_wrapper"], {"path": file.path, "size": 5, "call": 7})

    def test_an_event_tells_whether_it_is_local(self):
        for sender, local in (("@a:orchard.test", True), ("@a:not-orchard.test", False)):
            sent = self.encode(callback(("event", "record", False)), recording.event({"sender": sender}))
            self.assertIs(sent["event"]["local"], local)

    def test_what_an_older_synapse_does_not_pass_is_empty(self):
        sent = self.encode(
            callback(("user_id", "text", False), ("room_config", "json", False), ("reason", "text", True)), "@a:b")
        self.assertEqual(sent, {"user_id": "@a:b", "room_config": {}, "reason": None})

    def test_lone_surrogates_go_through(self):
        text = self.encoder.encode(callback(("name", "text", False)), ["\ud800"])
        self.assertEqual(text, b'{"name":"\\ud800"}')

    def test_numbers_that_json_cannot_tell_are_refused(self):
        with self.assertRaises(ValueError):
            self.encode(callback(("number", "json", False)), float("nan"))

    def test_a_database_s_numbers_are_flags_where_flags_belong(self):
        sent = self.encode(callback(("by_admin", "flag", False), ("size", "integer", False)), 1, 1)
        self.assertEqual(json.dumps(sent), '{"by_admin": true, "size": 1}')
        requester = create_requester("@a:b", is_guest=0, shadow_banned=1)
        sent = self.encode(callback(("requester", "record", False)), requester)["requester"]
        self.assertIs(sent["is_guest"], False)
        self.assertIs(sent["shadow_banned"], True)
