"""A small HTTP/1.1 client: one request at a time over one connection that stays open.

Synapse's own client costs nine times as much for each call. This one knows what the host sends and no more: responses
with a length, never in chunks.
"""

from typing import NamedTuple

from twisted.internet.protocol import Protocol

HEAD_LIMIT = 64 * 1024
# These never have a body, and no length.
BODILESS = (204, 304)
LENGTH, CLOSES = b"\r\ncontent-length:", b"\r\nconnection: close"


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
        self._received = b""

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
        # Nearly every answer comes whole; the head of one that does not is looked at again with each piece.
        self._received = received = self._received + data if self._received else data
        head, end, body = received.partition(b"\r\n\r\n")
        if not end:
            if len(received) > HEAD_LIMIT:
                self.abort()
            return
        status = status_of(head)
        headers = head.lower()
        length = length_of(headers, status)
        if length is None:
            self.abort()
        elif len(body) >= length:
            self._received = b""
            self._finish(Response(status, body, head), CLOSES in headers)

    def _finish(self, response, closes):
        if closes:
            self.transport.loseConnection()
        self._owner.answered(self, response, is_usable=not closes)

    def connectionLost(self, reason):
        self._owner.lost(self, bool(self._received))


def status_of(head):
    """None where it is no head of a response."""
    return int(head[9:12]) if head.startswith(b"HTTP/1.") and head[9:12].isdigit() else None


def length_of(headers, status):
    """How long the body is, from the head in lower case. None where that is not said."""
    start = headers.find(LENGTH)
    if status is None or start < 0:
        return 0 if status in BODILESS else None
    length = headers[start + len(LENGTH):].partition(b"\r\n")[0].strip()
    return int(length) if length.isdigit() else None
