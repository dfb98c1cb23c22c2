import unittest

from gatehouse_synapse.connection import Connection
from gatehouse_synapse.connections import ALWAYS, NEVER, ONCE, Connections
from gatehouse_synapse.exchange import Exchange
from gatehouse_synapse.unreachable import HostUnreachable
from twisted.internet.defer import CancelledError, Deferred
from twisted.internet.error import ConnectionRefusedError
from twisted.internet.task import Clock
from twisted.internet.testing import StringTransport
from twisted.python.failure import Failure

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
BUSY = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"


class Transport(StringTransport):
    def abortConnection(self):
        self.loseConnection()


class NarrowTransport(Transport):
    """Takes so much at once, or fails."""

    def __init__(self, takes):
        super().__init__()
        self.takes, self.taken = takes, b""

    def writeSomeData(self, data):
        if self.takes is None:
            return ConnectionRefusedError()
        self.taken += data[:self.takes]
        return min(self.takes, len(data))


class Endpoint:
    """Connects when the test says so."""

    def __init__(self):
        self.asked, self.made = [], []

    def connect(self, factory):
        self.asked.append((factory, result := Deferred()))
        return result

    def accept(self):
        factory, result = self.asked.pop(0)
        connection = factory.buildProtocol(None)
        connection.makeConnection(Transport())
        self.made.append(connection)
        result.callback(connection)
        return connection

    def refuse(self):
        self.asked.pop(0)[1].errback(Failure(ConnectionRefusedError()))


class ConnectionsTests(unittest.TestCase):
    def setUp(self):
        self.clock, self.endpoint = Clock(), Endpoint()
        self.connections = Connections(self.clock, self.endpoint, limit=2)

    def start(self, request=b"request", repeats=ONCE):
        exchange = Exchange(request, repeats)
        self.connections.start(exchange)
        return exchange

    def sent(self, connection):
        data = connection.transport.value()
        connection.transport.clear()
        return data

    def lose(self, connection):
        connection.connectionLost(Failure(ConnectionRefusedError()))

    def bodies(self, *exchanges):
        return [exchange.answer.result.body for exchange in exchanges]

    def failure(self, exchange):
        caught = []
        exchange.answer.addErrback(caught.append)
        return caught[0].value

    def test_a_connection_carries_one_call_after_the_other(self):
        first = self.start(b"one")
        connection = self.endpoint.accept()
        self.assertEqual(self.sent(connection), b"one")
        connection.dataReceived(OK)
        second = self.start(b"two")
        self.assertEqual(self.sent(connection), b"two")
        connection.dataReceived(OK)
        self.assertEqual(self.bodies(first, second), [b"{}", b"{}"])
        self.assertEqual(self.endpoint.asked, [])

    def test_calls_at_the_same_time_have_a_connection_each_up_to_the_limit(self):
        exchanges = [self.start(b"%d" % number) for number in range(3)]
        self.assertEqual(len(self.endpoint.asked), 2)
        one, two = self.endpoint.accept(), self.endpoint.accept()
        self.assertEqual((self.sent(one), self.sent(two)), (b"0", b"1"))
        two.dataReceived(OK)
        self.assertEqual(self.sent(two), b"2")
        self.assertFalse(exchanges[0].is_over)

    def test_an_answer_may_come_in_pieces(self):
        exchange = self.start()
        connection = self.endpoint.accept()
        for place in range(len(OK)):
            self.assertFalse(exchange.is_over)
            connection.dataReceived(OK[place:place + 1])
        self.assertEqual(self.bodies(exchange), [b"{}"])

    def test_a_request_goes_out_whole_also_where_the_socket_takes_a_part(self):
        cases = [(3, b"req", b"uest"), (100, b"request", b""), (0, b"", b"request"), (None, b"", b"request")]
        for takes, taken, left in cases:
            connection = Connection(self.connections)
            connection.makeConnection(transport := NarrowTransport(takes))
            connection.send(b"request")
            self.assertEqual((transport.taken, transport.value()), (taken, left))

    def test_what_is_no_answer_ends_the_connection(self):
        for nonsense in (
                b"SSH-2.0-server\r\n\r\n", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                b"HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\n", b"HTTP/1.1 OK\r\nContent-Length: 2\r\n\r\n{}",
                b"x" * 70_000):
            self.setUp()
            self.start()
            connection = self.endpoint.accept()
            connection.dataReceived(nonsense)
            self.assertTrue(connection.transport.disconnecting)

    def test_headers_are_found_however_they_are_written_and_wherever_they_stand(self):
        exchange = self.start()
        self.endpoint.accept().dataReceived(
            b"HTTP/1.1 200 OK\r\nX-Request-Id: content-length:9\r\ncontent-LENGTH:2\r\nDate: today\r\n\r\n{}")
        self.assertEqual(self.bodies(exchange), [b"{}"])

    def test_an_answer_without_a_body_needs_no_length(self):
        exchange = self.start()
        self.endpoint.accept().dataReceived(b"HTTP/1.1 204 No Content\r\n\r\n")
        self.assertEqual(self.bodies(exchange), [b""])

    def test_a_connection_that_the_host_closes_is_not_used_again(self):
        self.start()
        self.endpoint.accept().dataReceived(OK.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
        self.start()
        self.assertEqual(len(self.endpoint.asked), 1)

    def test_a_host_that_is_not_there_is_tried_again_with_growing_delays(self):
        exchange = self.start()
        for delay in (0.01, 0.02, 0.04):
            self.endpoint.refuse()
            self.clock.advance(delay * 0.9)
            self.assertEqual(self.endpoint.asked, [])
            self.clock.advance(delay * 0.2)
        self.endpoint.accept().dataReceived(OK)
        self.assertEqual(self.bodies(exchange), [b"{}"])

    def test_nothing_is_tried_once_nobody_waits(self):
        exchange = self.start()
        self.endpoint.refuse()
        exchange.fail("time is up")
        self.clock.advance(1)
        self.assertEqual(self.endpoint.asked, [])
        self.assertIsInstance(self.failure(exchange), HostUnreachable)

    def test_a_call_whose_connection_breaks_is_sent_once_more(self):
        exchange = self.start(b"one")
        self.lose(self.endpoint.accept())
        self.assertEqual(self.endpoint.asked, [], "what ends may still take connections")
        self.clock.advance(0.05)
        second = self.endpoint.accept()
        self.assertEqual(self.sent(second), b"one")
        self.lose(second)
        self.assertIsInstance(self.failure(exchange), HostUnreachable)

    def test_what_modules_were_perhaps_told_is_not_told_again(self):
        exchange = self.start(repeats=NEVER)
        self.lose(self.endpoint.accept())
        self.assertIsInstance(self.failure(exchange), HostUnreachable)

    def test_a_question_that_does_nothing_is_sent_until_it_is_answered(self):
        exchange = self.start(repeats=ALWAYS)
        for _ in range(3):
            connection = self.endpoint.accept()
            self.assertEqual(self.sent(connection), b"request")
            connection.dataReceived(OK[:20])
            self.lose(connection)
            self.clock.advance(0.05)
        self.endpoint.accept().dataReceived(OK)
        self.assertEqual(self.bodies(exchange), [b"{}"])

    def test_a_call_whose_answer_had_begun_is_not_sent_again(self):
        exchange = self.start()
        connection = self.endpoint.accept()
        connection.dataReceived(OK[:20])
        self.lose(connection)
        self.assertIsInstance(self.failure(exchange), HostUnreachable)

    def test_a_host_that_is_about_to_end_is_asked_again_on_another_connection(self):
        exchange = self.start(b"one", repeats=NEVER)
        first = self.endpoint.accept()
        first.dataReceived(BUSY)
        self.assertTrue(first.transport.disconnecting)
        self.clock.advance(0.05)
        second = self.endpoint.accept()
        self.assertEqual(self.sent(second), b"one")
        second.dataReceived(OK)
        self.assertEqual(self.bodies(exchange), [b"{}"])

    def test_a_caller_that_has_gone_away_closes_the_connection(self):
        exchange = self.start()
        connection = self.endpoint.accept()
        exchange.answer.cancel()
        self.assertTrue(connection.transport.disconnecting)
        self.lose(connection)
        self.assertIsInstance(self.failure(exchange), CancelledError)
        self.assertEqual(self.endpoint.asked, [])

    def test_a_connection_that_was_given_up_makes_room_for_another(self):
        one, two, three = self.start(b"1"), self.start(b"2"), self.start(b"3")
        first, _ = self.endpoint.accept(), self.endpoint.accept()
        one.fail("time is up")
        self.failure(one)
        self.lose(first)
        self.assertEqual(self.sent(self.endpoint.accept()), b"3")
        self.assertFalse(two.is_over or three.is_over)
