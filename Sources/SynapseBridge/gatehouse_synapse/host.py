"""The host, as the bridge talks to it."""

import json
import logging
from urllib.parse import urlsplit

from twisted.internet.endpoints import HostnameEndpoint, UNIXClientEndpoint, wrapClientTLS
from twisted.internet.ssl import optionsForClientTLS

from .breaker import Breaker
from .connections import ALWAYS, NEVER, ONCE, Connections
from .deadlines import Deadlines
from .exchange import Exchange
from .plain_unix import PlainUnix
from .unreachable import HostUnreachable, NotAsked

log = logging.getLogger("gatehouse_synapse")

CALLBACKS = "/v1/callbacks"
JSON = "Content-Type: application/json\r\n"
# The host ends a chain at the deadline and says what came of it. That answer may take this much longer to arrive.
GRACE = 0.25
# What nearly every answer is: it need not be parsed.
NEXT = b'{"outcome":"next","decided_by":null}'
# So long a connection is gone before the host is asked what it knows.
GREETING_DELAY = 0.1


class Host:
    """Asks over connections that are kept open. `learned` is called with the host's callbacks whenever it is back."""

    def __init__(self, reactor, configuration, identity, learned):
        self._reactor, self._learned = reactor, learned
        self._connections = Connections(
            reactor, endpoint(reactor, configuration), configuration.connections, self._lost)
        self._deadlines = Deadlines(reactor, configuration.deadline + GRACE)
        self._breaker = Breaker(reactor, configuration.failures, self._probe, log)
        self._is_greeting = False
        self._query = f"?deadline={round(configuration.deadline * 1000)}ms"
        self._headers = lines(headers(configuration, identity))
        self._heads = {}
        # One connection is there from the beginning: when it goes, the host may be another one.
        reactor.callWhenRunning(self._greet)

    async def call(self, callback, body):
        """The host's answer. Raises `HostUnreachable` when there is none within the deadline."""
        if self._breaker.is_open:
            raise NotAsked("the host did not answer before")
        request = self._request("POST", callback.path, body)
        try:
            response = await self._ask(request, NEVER if callback.is_notice else ONCE).response()
        except HostUnreachable as error:
            self._breaker.failed(error)
            raise
        self._breaker.succeeded()
        if response.status != 200:
            raise HostRefused(callback.full_name, response)
        return {"outcome": "next"} if response.body == NEXT else json.loads(response.body.decode())

    async def forward(self, method, uri, headers, body):
        """The host's response to a client's request for a path of a module; `headers` are pairs."""
        if self._breaker.is_open:
            raise NotAsked("the host did not answer before")
        # No token: these paths are for everybody.
        sent = b"".join(b"%b: %b\r\n" % header for header in headers)
        request = b"%b %b HTTP/1.1\r\nHost: gatehouse\r\n%bContent-Length: %d\r\n\r\n%b" % (
            method, uri, sent, len(body), body)
        return await self._ask(request, ONCE if method == b"GET" else NEVER).response()

    def _request(self, method, path, body=b""):
        head = self._heads.get(path)
        if head is None:
            text = f"{method} {path}{self._query} HTTP/1.1\r\n{self._headers}{JSON}Content-Length: "
            head = self._heads[path] = text.encode("ascii")
        return b"%b%d\r\n\r\n%b" % (head, len(body), body)

    def _ask(self, request, repeats):
        exchange = Exchange(request, repeats)
        self._deadlines.watch(exchange)
        self._connections.start(exchange)
        return exchange

    def _lost(self):
        """Perhaps it is restarted: what it knows may be new, and who asks is new to it."""
        if not self._is_greeting:
            self._is_greeting = True
            self._reactor.callLater(GREETING_DELAY, self._greet)

    def _greet(self):
        self._is_greeting = False
        if not self._breaker.is_open:
            self._probe().addErrback(self._greeting_failed)

    def _greeting_failed(self, failure):
        self._breaker.failed(failure.value)
        self._lost()

    def _probe(self):
        return self._ask(self._request("GET", CALLBACKS), ALWAYS).answer.addCallback(self._probed)

    def _probed(self, response):
        if response.status != 200:
            raise HostUnreachable(f"the host answers {response.status}")
        self._learned(response.body)


class HostRefused(Exception):
    """The host has answered, but not the call."""

    def __init__(self, callback, response):
        text = response.body.decode("utf-8", "replace")[:500]
        super().__init__(f"{callback}: the host answered {response.status}: {text}")


def headers(configuration, identity):
    parts = urlsplit(configuration.url or "http://gatehouse")
    token = {"Authorization": f"Bearer {configuration.token}"} if configuration.token else {}
    return {"Host": parts.netloc, **token, **identity.headers}


def lines(headers):
    return "".join(f"{name}: {value}\r\n" for name, value in headers.items())


def endpoint(reactor, configuration):
    if configuration.socket:
        return UNIXClientEndpoint(PlainUnix(reactor), configuration.socket)
    parts = urlsplit(configuration.url)
    tcp = HostnameEndpoint(reactor, parts.hostname, parts.port or (443 if parts.scheme == "https" else 80))
    return tcp if parts.scheme == "http" else wrapClientTLS(optionsForClientTLS(parts.hostname), tcp)
