import socket
import tempfile
import unittest

from gatehouse_synapse.plain_unix import PlainUnix
from twisted.internet import reactor
from twisted.internet.endpoints import UNIXClientEndpoint
from twisted.internet.error import ConnectError
from twisted.internet.protocol import Factory, Protocol


class Collector(Protocol):
    received, is_lost = b"", False

    def dataReceived(self, data):
        self.received += data

    def connectionLost(self, reason):
        self.is_lost = True


class PlainUnixTests(unittest.TestCase):
    def setUp(self):
        self.path = self.enterContext(tempfile.TemporaryDirectory()) + "/socket"

    def connect(self):
        outcome = []
        endpoint = UNIXClientEndpoint(PlainUnix(reactor), self.path)
        endpoint.connect(Factory.forProtocol(Collector)).addBoth(outcome.append)
        self.turn_until(lambda: outcome)
        return outcome[0]

    def turn_until(self, condition):
        while not condition():
            reactor.iterate(0.01)

    def test_bytes_go_both_ways_until_the_other_side_closes(self):
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(self.path)
            listener.listen()
            here = self.connect()
            there, _ = listener.accept()
        self.assertEqual(here.transport.writeSomeData(b"question"), 8)
        self.assertEqual(there.recv(100), b"question")
        answer = b"answer" * 100_000
        for start in range(0, len(answer), 50_000):
            there.sendall(answer[start:start + 50_000])
            self.turn_until(lambda: len(here.received) >= start + 50_000)
        self.assertEqual(here.received, answer)
        there.close()
        self.turn_until(lambda: here.is_lost)

    def test_where_nobody_listens_it_fails(self):
        self.assertTrue(self.connect().check(ConnectError))


if __name__ == "__main__":
    unittest.main()
