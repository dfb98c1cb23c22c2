"""A homeserver with a worker: the bridge runs in both processes, and modules know which one calls."""

import os
import tempfile
import unittest
from pathlib import Path

from host import TEST_MODULES, Host
from scenarios import eventually
from workers import MainProcess, Redis, Worker

BRIDGE = Path(__file__).parents[2] / "Sources" / "SynapseBridge"


class WorkersTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="gatehouse-synapse-")))
        cls.host = cls.enterClassContext(Host(
            os.environ["GATEHOUSE"], folder / "host", [{"module": str(TEST_MODULES / "processes.so")}]))
        bridge = {"module": "gatehouse_synapse.Gatehouse", "config": {"socket": str(cls.host.socket)}}
        redis = cls.enterClassContext(Redis(folder / "redis"))
        cls.main = cls.enterClassContext(MainProcess(folder / "server", [bridge], [BRIDGE], redis))
        cls.worker = cls.enterClassContext(Worker(cls.main, "worker1"))
        cls.user, cls.other = cls.main.user(), cls.main.user()
        cls.room = cls.user.room()

    def test_a_module_is_told_which_process_calls(self):
        for server, process, is_main in ((self.main, "master", True), (self.worker, "worker1", False)):
            refused = self.other.through(server).join(self.room)
            self.assertEqual(refused.status, 403)
            self.assertEqual((refused.body["process"], refused.body["is_from_main"]), (process, is_main))

    def test_what_all_processes_tell_is_done_once(self):
        """The event comes in at the main process: with SQLite Synapse takes none from workers."""
        event = self.user.send(self.room).ok()["event_id"]
        expected = ["all of them, once", "master", "worker1"]
        self.assertTrue(eventually(lambda: self.told(event) == expected, 20), self.told(event))

    def told(self, event):
        """By whom."""
        lines = self.host.log.read_text().splitlines()
        return sorted(line.partition(f"{event} from ")[2] for line in lines if f"{event} from " in line)


if __name__ == "__main__":
    unittest.main()
