"""A file that is uploaded to a real homeserver is read by a compiled module: in the folder that both share, in pieces
through the socket, and whole."""

import json
import os
import random
import secrets
import tempfile
import unittest
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import loopback
from homeserver import Homeserver
from host import TEST_MODULES, Host

BRIDGE = Path(__file__).parents[2] / "Sources" / "SynapseBridge"
FOUND, ABSENT = 1, 2
NO_PATH = [ABSENT, 0, 0]
# In base64 it is more than a host takes in one request.
LARGE = random.Random(1).randbytes(13_000_001)
SMALL = LARGE[:3_000_001]


def weight(found, content):
    return [found, len(content), zlib.crc32(content)]


class Server(Homeserver):
    def configuration(self):
        return super().configuration() | {"max_upload_size": "50M"}

    def upload(self, content):
        return self.admin.request("POST", "/_matrix/media/v3/upload", content, {"Content-Type": "application/x-test"})


class MediaTests(unittest.TestCase):
    """The weigher module logs of each file the last word of outcome.h, how many bytes there were, and their checksum."""

    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory(prefix="gatehouse-synapse-")))
        self.callbacks = {"callback_socket": str(self.folder / "synapse-{worker}.sock")}

    def serve(self, bridge, server_name="lab.test", **settings):
        """`bridge` is what the bridge is told besides where the host is."""
        weigher = {"module": str(TEST_MODULES / "weigher.so")}
        settings |= {"server_name": server_name, "deadline": "60s"}
        self.host = self.enterContext(Host(os.environ["GATEHOUSE"], self.folder / "host", [weigher], **settings))
        place = {} if "url" in bridge else {"socket": str(self.host.socket)}
        module = {"module": "gatehouse_synapse.Gatehouse", "config": {"deadline": "60s"} | place | bridge}
        self.server = self.enterContext(Server(self.folder / "server", [module], [BRIDGE]))

    def weigh(self, content):
        """What the module logs of a file that is uploaded."""
        self.server.upload(content).ok()
        return self.weighed()[-1]

    def weighed(self):
        lines = self.host.log.read_text().splitlines()
        return [json.loads(line.partition("weighed: ")[2]) for line in lines if "weighed: " in line]

    def test_a_file_in_the_folder_that_both_share_is_opened_there(self):
        for bridge in (self.callbacks, {}):
            with self.subTest(bridge):
                self.serve(bridge, media_folder=str(self.folder / "server" / "media"))
                self.assertEqual(self.weigh(SMALL), {"path": weight(FOUND, SMALL), "read": weight(ABSENT, SMALL)})
            self.doCleanups()
            self.setUp()

    def test_a_file_that_is_not_shared_comes_in_pieces(self):
        self.serve(self.callbacks, media_folder=str(self.folder / "elsewhere"))
        for content in (LARGE, b"", b"x"):
            self.assertEqual(self.weigh(content), {"path": NO_PATH, "read": weight(ABSENT, content)})

    def test_files_come_in_pieces_at_once(self):
        self.serve(self.callbacks)
        contents = [LARGE[start:start + 700_000] for start in range(5)]
        with ThreadPoolExecutor(5) as pool:
            for answer in pool.map(self.server.upload, contents):
                answer.ok()
        self.assertCountEqual(
            [entry["read"] for entry in self.weighed()], [weight(ABSENT, content) for content in contents])

    def test_a_host_that_is_asked_over_tcp_asks_for_pieces_where_it_reaches_the_socket(self):
        address, token = f"127.0.0.1:{loopback.free_port()}", self.folder / "token"
        token.write_text(secrets.token_hex(32))
        self.serve(
            self.callbacks | {"url": f"http://{address}", "token_file": str(token)}, listen=address,
            token_file=str(token))
        self.assertEqual(self.weigh(LARGE), {"path": NO_PATH, "read": weight(ABSENT, LARGE)})

    def test_without_a_socket_to_ask_on_a_file_comes_whole_up_to_the_limit_for_a_request(self):
        self.serve({})
        self.assertEqual(self.weigh(SMALL), {"path": NO_PATH, "read": weight(ABSENT, SMALL)})
        self.assertEqual(self.server.upload(LARGE).status, 500)
        self.assertIn("the host answered 413", self.server.text())

    def test_a_host_that_does_not_know_the_homeserver_is_sent_files_whole(self):
        self.serve(self.callbacks, server_name=None)
        self.assertEqual(self.weigh(SMALL), {"path": NO_PATH, "read": weight(ABSENT, SMALL)})


if __name__ == "__main__":
    unittest.main()
