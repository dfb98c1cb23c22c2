"""A small HTTP/1.1 client: one request at a time over one connection that stays open.

Synapse's own client costs nine times as much for each call. This one knows what the host sends and no more: responses
with a length, never in chunks.
"""

import re
from typing import NamedTuple

from twisted.internet.protocol import Protocol

HEAD_LIMIT = 64 * 1024
# These never have a body, and no length.
BODILESS = (204, 304)
LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d+)", re.IGNORECASE)
CLOSES = re.compile(rb"\r\nconnection:[ \t]*close", re.IGNORECASE)


class Response(NamedTuple):
    status: int
    body: bytes
    head: bytes = b""

    def headers(self):
        """Pairs of names and values."""
        lines = (line.partition(b":") for line in self.head.split(b"\r\n")[1:])
        return [(name, value.strip()) for name, _, value in lines]


class Connection(Protocol):
    """Tells its `owner`: `answered(connection, response, is_usable)` and `lost(connection, answer_began)`."""

    def __init__(self, owner):
        self._owner = owner
        self._forget()

    def send(self, request):
        if rest := self._send_now(request):
            self.transport.write(rest)

    def _send_now(self, request):
        """Writes without waiting for the reactor to come round, and returns what is left to write."""
        write = getattr(self.transport, "writeSomeData", None)
        written = write(request) if write else 0
        # Where it failed the transport shall find that out itself.
        return request[written:] if isinstance(written, int) else request

    def abort(self):
        """The host takes a closed connection as a caller that has gone away."""
        self.transport.abortConnection()

    def dataReceived(self, data):
        self._received += data
        if self._length is None and not self._read_head():
            return
        if len(self._received) >= self._length:
            self._finish()

    def connectionLost(self, reason):
        self._owner.lost(self, bool(self._received))

    def _forget(self):
        self._received = self._head = b""
        self._status = self._length = None
        self._closes = False

    def _read_head(self):
        """False while there is not enough of it. What is no answer ends the connection."""
        end = self._received.find(b"\r\n\r\n")
        if end < 0:
            if len(self._received) > HEAD_LIMIT:
                self.abort()
            return False
        head = self._received[:end]
        length = LENGTH.search(head)
        if not head.startswith(b"HTTP/1.") or not head[9:12].isdigit():
            self.abort()
            return False
        self._head, self._status = head, int(head[9:12])
        if not length and self._status not in BODILESS:
            self.abort()
            return False
        self._length = int(length[1]) if length else 0
        self._closes = CLOSES.search(head) is not None
        self._received = self._received[end + 4:]
        return True

    def _finish(self):
        response, closes = Response(self._status, self._received, self._head), self._closes
        self._forget()
        if closes:
            self.transport.loseConnection()
        self._owner.answered(self, response, is_usable=not closes)
