import asyncio
import json
import unittest
from unittest.mock import patch

import recording
from gatehouse_synapse.catalogue import Callback, Parameter
from gatehouse_synapse.configuration import parse
from gatehouse_synapse.forwarder import Forwarder
from gatehouse_synapse.open_calls import OpenCalls
from synapse.module_api import NOT_SPAM


class Host:
    """Notes what it is sent, and what it could ask for meanwhile."""

    def __init__(self, open_calls):
        self.open, self.sent, self.subject = open_calls, None, None

    async def call(self, _, body):
        self.sent = json.loads(body)["file_wrapper"]
        self.subject = self.open.of(self.sent.get("call"))
        return {"outcome": "next"}


class ForwarderTests(unittest.TestCase):
    def setUp(self):
        self.open = OpenCalls()
        self.host = Host(self.open)
        self.file = recording.as_synapse_has_it("file_wrapper", {"base64": "aGVsbG8="})

    def forward(self, fetches_media, open_calls):
        async def at_once(_, function, *arguments):
            return function(*arguments)

        callback = Callback(
            "spam_checker", "check_media_file_for_spam", (Parameter("file_wrapper", "media", False),), "verdict", False,
            ("module",), frozenset(), fetches_media=fetches_media)
        forwarder = Forwarder(parse({"socket": "s"}), "orchard.test", self.host, {}, open_calls)
        with patch("gatehouse_synapse.forwarder.defer_to_thread", at_once):
            self.assertIs(asyncio.run(forwarder.function(callback)(self.file)), NOT_SPAM)

    def test_a_host_that_asks_for_files_is_not_sent_them_and_may_ask_while_the_call_lasts(self):
        self.forward(True, self.open)
        call = self.host.sent.pop("call")
        self.assertEqual(self.host.sent, {"path": self.file.path, "size": 5})
        self.assertIs(self.host.subject, self.file)
        self.assertIsNone(self.open.of(call))

    def test_a_host_that_cannot_ask_is_sent_the_bytes(self):
        for fetches_media, open_calls in ((False, self.open), (True, None)):
            self.forward(fetches_media, open_calls)
            self.assertEqual(self.host.sent, {"path": self.file.path, "base64": "aGVsbG8="})


if __name__ == "__main__":
    unittest.main()
