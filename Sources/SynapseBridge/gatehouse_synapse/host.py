"""The host, as the bridge talks to it."""

import json
import logging
from urllib.parse import urlsplit

from twisted.internet.endpoints import HostnameEndpoint, UNIXClientEndpoint, wrapClientTLS
from twisted.internet.ssl import optionsForClientTLS

from .breaker import Breaker
from .connections import Connections
from .deadlines import Deadlines
from .exchange import Exchange
from .unreachable import HostUnreachable, NotAsked

log = logging.getLogger("gatehouse_synapse")

CALLBACKS = "/v1/callbacks"
# The host ends a chain at the deadline and says what came of it. That answer may take this much longer to arrive.
GRACE = 0.25


class Host:
    """Asks over connections that are kept open. `learned` is called with the host's callbacks whenever it is back."""

    def __init__(self, reactor, configuration, learned):
        self._reactor, self._configuration, self._learned = reactor, configuration, learned
        self._connections = Connections(reactor, endpoint(reactor, configuration), configuration.connections)
        self._deadlines = Deadlines(reactor, configuration.deadline + GRACE)
        self._breaker = Breaker(reactor, configuration.failures, self._probe, log)
        self._query = f"?deadline={round(configuration.deadline * 1000)}ms"
        self._headers = "".join(f"{name}: {value}\r\n" for name, value in headers(configuration).items())
        self._heads = {}

    async def call(self, callback, body):
        """The host's answer. Raises `HostUnreachable` when there is none within the deadline."""
        if self._breaker.is_open:
            raise NotAsked("the host did not answer before")
        request = self._request("POST", callback.path, body)
        try:
            response = await self._ask(request, not callback.is_notice).response()
        except HostUnreachable as error:
            self._breaker.failed(error)
            raise
        self._breaker.succeeded()
        if response.status != 200:
            raise HostRefused(callback.full_name, response)
        return json.loads(response.body.decode())

    def _request(self, method, path, body=b""):
        head = self._heads.get(path)
        if head is None:
            text = f"{method} {path}{self._query} HTTP/1.1\r\n{self._headers}Content-Length: "
            head = self._heads[path] = text.encode("ascii")
        return b"%b%d\r\n\r\n%b" % (head, len(body), body)

    def _ask(self, request, is_repeatable):
        exchange = Exchange(request, is_repeatable)
        self._deadlines.watch(exchange)
        self._connections.start(exchange)
        return exchange

    def _probe(self):
        return self._ask(self._request("GET", CALLBACKS), True).answer.addCallback(self._probed)

    def _probed(self, response):
        if response.status != 200:
            raise HostUnreachable(f"the host answers {response.status}")
        self._learned(response.body)


class HostRefused(Exception):
    """The host has answered, but not the call."""

    def __init__(self, callback, response):
        text = response.body.decode("utf-8", "replace")[:500]
        super().__init__(f"{callback}: the host answered {response.status}: {text}")


def headers(configuration):
    parts = urlsplit(configuration.url or "http://gatehouse")
    token = {"Authorization": f"Bearer {configuration.token}"} if configuration.token else {}
    return {"Host": parts.netloc, "Content-Type": "application/json", **token}


def endpoint(reactor, configuration):
    if configuration.socket:
        return UNIXClientEndpoint(reactor, configuration.socket)
    parts = urlsplit(configuration.url)
    tcp = HostnameEndpoint(reactor, parts.hostname, parts.port or (443 if parts.scheme == "https" else 80))
    return tcp if parts.scheme == "http" else wrapClientTLS(optionsForClientTLS(parts.hostname), tcp)
