"""A client that goes away while a module still thinks."""

import http.client
import os
import tempfile
import unittest
from pathlib import Path

from client import CLIENT
from homeserver import Homeserver
from host import TEST_MODULES, Host
from scenarios import eventually

BINARY = os.environ["GATEHOUSE"]
BRIDGE = Path(__file__).parents[2] / "Sources" / "SynapseBridge"
UNSIGNED = "unsigned.add_field_to_unsigned_callback"


class CancellationTests(unittest.TestCase):
    def test_a_module_learns_that_nobody_waits_any_more(self):
        folder = Path(self.enterContext(tempfile.TemporaryDirectory(prefix="gatehouse-synapse-")))
        tardy = {"module": str(TEST_MODULES / "tardy.so"), "config": {"how": "cancel", "callback": UNSIGNED}}
        host = self.enterContext(Host(BINARY, folder / "host", [tardy]))
        bridge = {"module": "gatehouse_synapse.Gatehouse", "config": {"socket": str(host.socket), "deadline": "60s"}}
        server = self.enterContext(Homeserver(folder / "server", [bridge], [BRIDGE]))
        user = server.user()
        room = user.room()

        def host_says(line):
            return eventually(lambda: line in host.get("/metrics").body.decode().splitlines(), 30)

        # One of the requests that Synapse cancels when their client has gone, and of the callbacks that it lets end then.
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        connection.request(
            "GET", f"{CLIENT}/rooms/{room}/state", headers={"Authorization": f"Bearer {user.token}"})
        self.assertTrue(host_says("gatehouse_calls_under_way 1.0"))
        connection.close()
        self.assertTrue(host_says('gatehouse_cancellations_total{module="tardy"} 1'))
        self.assertTrue(host_says("gatehouse_calls_under_way 0.0"))
        cancelled = f'gatehouse_bridge_calls_total{{callback="{UNSIGNED}",outcome="cancelled"}}'
        self.assertTrue(eventually(lambda: server.metric(cancelled) == 1, 30))


if __name__ == "__main__":
    unittest.main()
