"""Ends exchanges whose time is up."""

from collections import deque


class Deadlines:
    """All exchanges have the same time, so those that began first end first: one timer serves them all, and a call that
    is answered costs none.
    """

    def __init__(self, reactor, seconds):
        self._reactor, self._seconds = reactor, seconds
        self._pending = deque()
        self._timer = None

    def watch(self, exchange):
        while self._pending and self._pending[0][1].is_over:
            self._pending.popleft()
        self._pending.append((self._reactor.seconds() + self._seconds, exchange))
        if self._timer is None:
            self._timer = self._reactor.callLater(self._seconds, self._sweep)

    def _sweep(self):
        now = self._reactor.seconds()
        self._timer = None
        due = []
        while self._pending and (self._pending[0][1].is_over or self._pending[0][0] <= now):
            due.append(self._pending.popleft()[1])
        if self._pending:
            self._timer = self._reactor.callLater(self._pending[0][0] - now, self._sweep)
        for exchange in due:
            exchange.fail(f"no answer within {self._seconds} seconds")
