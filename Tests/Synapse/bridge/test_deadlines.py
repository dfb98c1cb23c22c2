import unittest

from gatehouse_synapse.deadlines import Deadlines
from gatehouse_synapse.exchange import Exchange
from twisted.internet.task import Clock


class DeadlinesTests(unittest.TestCase):
    def setUp(self):
        self.clock = Clock()
        self.deadlines = Deadlines(self.clock, 10)

    def watched(self):
        exchange = Exchange(b"", 0)
        exchange.answer.addErrback(lambda failure: None)
        self.deadlines.watch(exchange)
        return exchange

    def test_each_exchange_has_its_whole_time(self):
        first = self.watched()
        self.clock.advance(4)
        second = self.watched()
        self.clock.advance(6)
        self.assertEqual((first.is_over, second.is_over), (True, False))
        self.clock.advance(4)
        self.assertTrue(second.is_over)

    def test_an_exchange_that_is_over_is_left_alone(self):
        exchange = self.watched()
        exchange.succeed("response")
        self.clock.advance(10)
        self.assertTrue(exchange.answer.called)

    def test_those_that_are_over_are_forgotten(self):
        for _ in range(100):
            self.watched().succeed("response")
        self.watched()
        self.assertEqual(len(self.deadlines._pending), 1)

    def test_nothing_is_left_to_do_once_all_are_over(self):
        self.watched().succeed("response")
        self.clock.advance(10)
        self.assertEqual(self.clock.getDelayedCalls(), [])
