"""What a homeserver does while its host is gone, hangs, or is restarted."""

import os
import shutil
import tempfile
import threading
import unittest
from pathlib import Path

from homeserver import Homeserver
from host import TEST_MODULES, Host
from scenarios import eventually

BINARY = os.environ["GATEHOUSE"]
BRIDGE = Path(__file__).parents[2] / "Sources" / "SynapseBridge"
EVENT = "spam_checker.check_event_for_spam"
ROOM = "spam_checker.user_may_create_room"
JOIN = "spam_checker.user_may_join_room"
OPEN = "gatehouse_bridge_breaker_open"


def allows(callback):
    return answers(callback, {"allow": True})


def answers(callback, answer):
    return {"module": str(TEST_MODULES / "scripted.so"), "name": callback,
            "config": {"callback": callback, "answer": answer}}


def calls(callback, outcome):
    return f'gatehouse_bridge_calls_total{{callback="{callback}",outcome="{outcome}"}}'


class HostAwayTests(unittest.TestCase):
    """Events fail, rooms are allowed, joins are refused while the host is away."""

    @classmethod
    def setUpClass(cls):
        cls.folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="gatehouse-synapse-")))
        cls.host = cls.enterClassContext(Host(BINARY, cls.folder / "host", map(allows, (EVENT, ROOM, JOIN))))
        cls.server = cls.enterClassContext(Homeserver(cls.folder / "server", [cls.bridge()], [BRIDGE]))
        cls.user, cls.other = cls.server.user(), cls.server.user()
        cls.room = cls.user.room()

    @classmethod
    def bridge(cls, **options):
        config = {"socket": str(cls.host.socket), "deadline": "500ms",
                  "unreachable": {"default": "as_failure", ROOM: "allow", JOIN: "deny"}}
        return {"module": "gatehouse_synapse.Gatehouse", "config": {**config, **options}}

    def setUp(self):
        self.assertTrue(self.is_back())

    def is_back(self):
        return eventually(
            lambda: self.server.metric(OPEN) == 0 and self.user.send(self.room).status == 200, 60)

    def check_that_each_callback_follows_its_rule(self):
        self.assertEqual(self.user.send(self.room).status, 500)
        refused = self.other.join(self.room)
        self.assertEqual((refused.status, refused.body["errcode"]), (403, "M_FORBIDDEN"))
        self.assertTrue(self.user.room())

    def test_a_host_that_is_gone_costs_one_call_its_deadline_and_the_others_nothing(self):
        before = self.server.metric(calls(EVENT, "unreachable"))
        self.host.kill()
        try:
            self.check_that_each_callback_follows_its_rule()
            self.assertEqual(self.server.metric(calls(EVENT, "unreachable")), before + 1)
            self.assertEqual(self.server.metric(calls(ROOM, "unreachable")), 0)
            self.assertEqual(self.server.metric(OPEN), 1)
        finally:
            self.host.start()
        self.assertTrue(self.is_back())

    def test_a_host_that_hangs_costs_one_call_its_deadline_and_the_others_nothing(self):
        before = self.server.metric(calls(EVENT, "unreachable"))
        self.host.freeze()
        try:
            self.check_that_each_callback_follows_its_rule()
            for _ in range(20):
                self.assertEqual(self.user.send(self.room).status, 500)
            self.assertEqual(self.server.metric(calls(EVENT, "unreachable")), before + 1)
        finally:
            self.host.thaw()
        self.assertTrue(self.is_back())

    def test_calls_that_wait_while_the_host_is_away_for_less_than_the_deadline_are_answered(self):
        """Connections break between calls: the next call makes a new one."""
        self.host.restart()
        self.assertEqual(self.user.send(self.room).status, 200)
        self.host.kill()
        self.host.start()
        self.assertEqual(self.user.send(self.room).status, 200)

    def test_synapse_is_told_of_callbacks_that_it_does_not_call(self):
        new = "spam_checker.user_may_invite"
        modules = self.host.modules
        try:
            self.host.kill()
            self.assertEqual(self.user.send(self.room).status, 500)
            self.host.modules = [*modules, allows(new)]
            self.host.start()
            self.assertTrue(self.is_back())
            self.assertIn(f"Synapse must be restarted before it calls {new}", self.server.text())
        finally:
            self.host.restart(modules)

    def test_synapse_does_not_start_without_a_host(self):
        server = Homeserver(
            self.folder / "lonely", [self.bridge(socket="/no/such/socket", start_timeout="100ms")], [BRIDGE])
        with self.assertRaisesRegex(RuntimeError, "Start `gatehouse serve` first"):
            server.__enter__()

    def test_a_mistake_in_the_configuration_is_told_before_anything_starts(self):
        server = Homeserver(self.folder / "wrong", [self.bridge(deadline="soon", sokcet="x")], [BRIDGE])
        with self.assertRaisesRegex(Exception, "deadline: expected a duration"):
            server.__enter__()


class RestartTests(unittest.TestCase):
    """With a deadline that is longer than a restart takes."""

    @classmethod
    def setUpClass(cls):
        folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="gatehouse-synapse-")))
        cls.host = cls.enterClassContext(Host(BINARY, folder / "host", [allows(EVENT)]))
        bridge = {"module": "gatehouse_synapse.Gatehouse",
                  "config": {"socket": str(cls.host.socket), "deadline": "60s"}}
        cls.server = cls.enterClassContext(Homeserver(folder / "server", [bridge], [BRIDGE]))
        cls.user = cls.server.user()

    def check_that_no_call_is_lost(self, changes):
        """While each of the changes happens."""
        with Traffic(self.user) as traffic:
            for change in changes:
                traffic.goes_on()
                change()
            traffic.goes_on()
        self.assertEqual(set(traffic.statuses), {200})
        self.assertEqual(self.server.metric(calls(EVENT, "unreachable")), 0)

    def test_a_host_that_is_restarted_under_traffic_loses_no_call(self):
        self.check_that_no_call_is_lost([self.host.restart] * 5)

    def test_a_host_that_is_killed_under_traffic_loses_no_call(self):
        def killed():
            self.host.kill()
            self.host.start()

        self.check_that_no_call_is_lost([killed] * 3)

    def test_a_host_that_is_upgraded_under_traffic_decides_anew_and_loses_no_call(self):
        """The file that the host was started from is another one, and so are its modules: one with a new callback, none
        at all, one that refuses.
        """
        upgrades = [[allows(EVENT), allows(ROOM)], [], [allows(EVENT)]]
        self.check_that_no_call_is_lost([lambda modules=modules: self.upgrade(modules) for modules in upgrades])
        self.assertIn(f"Synapse must be restarted before it calls {ROOM}", self.server.text())
        room = self.user.room()
        self.upgrade([answers(EVENT, {"deny_code": "M_NEWER", "extra": {}})])
        refused = self.user.send(room)
        self.assertEqual((refused.status, refused.body["errcode"]), (403, "M_NEWER"))
        self.host.restart([allows(EVENT)])

    def upgrade(self, modules):
        fresh = self.host.folder / "gatehouse.new"
        shutil.copy(BINARY, fresh)
        fresh.replace(self.host.folder / "gatehouse")
        self.host.binary = str(self.host.folder / "gatehouse")
        self.host.restart(modules)


class Traffic:
    """Messages, one after the other, until the block is left."""

    def __init__(self, user):
        self.user, self.room, self.statuses = user, user.room(), []
        self._stops = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._stops.set()
        self._thread.join()

    def goes_on(self):
        """Waits for two more, so that one has begun and ended."""
        count = len(self.statuses)
        while len(self.statuses) < count + 2 and self._thread.is_alive():
            self._stops.wait(0.01)

    def _run(self):
        while not self._stops.is_set():
            self.statuses.append(self.user.send(self.room).status)


if __name__ == "__main__":
    unittest.main()
