import logging
import unittest

from gatehouse_synapse.breaker import Breaker
from gatehouse_synapse.unreachable import HostUnreachable
from twisted.internet.defer import Deferred
from twisted.internet.task import Clock

LOG = logging.getLogger("breaker test")
LOG.addHandler(logging.NullHandler())
LOG.propagate = False


class BreakerTests(unittest.TestCase):
    def setUp(self):
        self.clock, self.probes = Clock(), []

    def breaker(self, failures):
        return Breaker(self.clock, failures, self.probe, LOG)

    def probe(self):
        self.probes.append(Deferred())
        return self.probes[-1]

    def test_it_opens_after_so_many_failures_in_a_row(self):
        breaker = self.breaker(3)
        for good in (False, False, True, False, False):
            breaker.succeeded() if good else breaker.failed("gone")
        self.assertFalse(breaker.is_open)
        breaker.failed("gone")
        self.assertTrue(breaker.is_open)

    def test_calls_that_were_under_way_when_it_opened_change_nothing(self):
        breaker = self.breaker(1)
        breaker.failed("gone")
        breaker.failed("gone")
        self.clock.advance(0.1)
        self.assertEqual(len(self.probes), 1)

    def test_it_closes_when_a_probe_succeeds(self):
        breaker = self.breaker(1)
        breaker.failed("gone")
        self.clock.advance(0.1)
        self.assertTrue(breaker.is_open)
        self.probes[0].callback(None)
        self.assertFalse(breaker.is_open)

    def test_it_asks_less_often_the_longer_the_host_is_away(self):
        self.breaker(1).failed("gone")
        for delay in (0.1, 0.2, 0.4, 0.8, 1.6, 2.0, 2.0):
            before = len(self.probes)
            self.clock.advance(delay * 0.99)
            self.assertEqual(len(self.probes), before)
            self.clock.advance(delay * 0.02)
            self.assertEqual(len(self.probes), before + 1)
            self.probes[-1].errback(HostUnreachable("still"))
