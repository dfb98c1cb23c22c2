"""The connections to the host: made when needed, kept open, made again with back-off."""

import math
from collections import deque

from synapse.logging.context import PreserveLoggingContext
from twisted.internet.protocol import Factory

from .connection import Connection

FIRST_DELAY, LONGEST_DELAY = 0.01, 1.0
# The host has too much to do or is about to end, and has not looked at the call.
BUSY = 503
# Before a call is sent again: a host that ends may still take connections.
AGAIN_DELAY = 0.05
# Of an exchange: how often it is sent again.
NEVER, ONCE, ALWAYS = 0, 1, math.inf


class Connections:
    """Hands each exchange to a connection that is free, or lets it wait for one.

    An exchange whose connection breaks before any of the answer has come is sent again once, where that does no harm:
    the host may have been restarted. More often it is not, as it may be what brought the host down; but a question that
    does nothing is sent until it is answered. How long an exchange waits for a connection is the business of who started
    it.
    """

    def __init__(self, reactor, endpoint, limit, broken=lambda: None):
        """`broken` is called when a connection has gone."""
        self._reactor, self._endpoint, self._limit, self._broken = reactor, endpoint, limit, broken
        self._idle, self._busy, self._waiting = [], {}, deque()
        self._opening = 0
        self._delay = FIRST_DELAY
        self._retry = None

    def start(self, exchange):
        if exchange.is_over:
            return
        if self._idle:
            self._give(self._idle.pop(), exchange)
        else:
            self._waiting.append(exchange)
            self._open()

    # -- What connections tell --

    def answered(self, connection, response, is_usable):
        exchange = self._busy.pop(connection)
        exchange.connection = None
        if response.status == BUSY:
            # Another process may be listening in its place already.
            connection.abort()
            self._reactor.callLater(AGAIN_DELAY, self.start, exchange)
            return
        if is_usable:
            self._is_free(connection)
        exchange.succeed(response)

    def lost(self, connection, answer_began):
        self._broken()
        if connection in self._idle:
            self._idle.remove(connection)
        exchange = self._busy.pop(connection, None)
        if exchange is not None and not exchange.is_over:
            exchange.connection = None
            self._broke(exchange, answer_began)
        self._open()

    def _broke(self, exchange, answer_began):
        if exchange.repeats and (exchange.repeats == ALWAYS or not answer_began):
            exchange.repeats -= 1
            self._reactor.callLater(AGAIN_DELAY, self.start, exchange)
        else:
            exchange.fail("the connection to the host broke")

    # -- Opening --

    def _open(self):
        self._drop_those_over()
        room = self._limit - self._opening - len(self._busy) - len(self._idle)
        if self._retry is None and room > 0 and self._opening < len(self._waiting):
            self._opening += 1
            # What comes of it happens in the reactor's context, not in that of the request which happens to be first.
            with PreserveLoggingContext():
                self._endpoint.connect(Factory.forProtocol(lambda: Connection(self))).addCallbacks(
                    self._opened, self._failed)

    def _opened(self, connection):
        self._opening -= 1
        self._delay = FIRST_DELAY
        self._is_free(connection)
        self._open()

    def _failed(self, _):
        self._opening -= 1
        if self._retry is None:
            self._retry = self._reactor.callLater(self._delay, self._try_again)
            self._delay = min(self._delay * 2, LONGEST_DELAY)

    def _try_again(self):
        self._retry = None
        self._open()

    # -- Handing out --

    def _is_free(self, connection):
        self._drop_those_over()
        if self._waiting:
            self._give(connection, self._waiting.popleft())
        else:
            self._idle.append(connection)

    def _give(self, connection, exchange):
        self._busy[connection] = exchange
        exchange.connection = connection
        connection.send(exchange.request)

    def _drop_those_over(self):
        """Exchanges whose time was up while they waited."""
        while self._waiting and self._waiting[0].is_over:
            self._waiting.popleft()
