"""What is asked of the host when Synapse starts, before the reactor serves anybody."""

import http.client
import socket
import time
from urllib.parse import urlsplit

from .connections import BUSY
from .host import CALLBACKS, headers
from .unreachable import HostUnreachable


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path, timeout):
        super().__init__("gatehouse", timeout=timeout)
        self._path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


PATHS = "/v1/web"


def wait_for_host(configuration, identity):
    """The callbacks that the host knows, and the paths that modules answer: asked while Synapse is not serving anybody
    yet, so this may wait.

    Without it nothing could be registered, and nobody would be refused: where the host does not answer in time, Synapse
    does not start.
    """
    end = time.monotonic() + configuration.start_timeout
    while True:
        try:
            return tuple(_ask(configuration, identity, path) for path in (CALLBACKS, PATHS))
        except (OSError, http.client.HTTPException) as error:
            if time.monotonic() > end:
                where = configuration.socket or configuration.url
                cause = f"The Gatehouse host at {where} cannot be asked: {error}. Start `gatehouse serve` first."
                raise HostUnreachable(cause) from error
        time.sleep(0.1)


def _ask(configuration, identity, path):
    connection = _blocking_connection(configuration)
    try:
        connection.request("GET", path, headers=headers(configuration, identity))
        response = connection.getresponse()
        body = response.read()
    finally:
        connection.close()
    if response.status == BUSY:
        raise OSError(f"it answers {BUSY}")
    if response.status != 200:
        raise HostUnreachable(f"The Gatehouse host answers {response.status} to {path}: {body[:500]!r}")
    return body


def _blocking_connection(configuration):
    timeout = max(configuration.deadline, 1)
    if configuration.socket:
        return UnixConnection(configuration.socket, timeout)
    parts = urlsplit(configuration.url)
    if parts.scheme == "https":
        return http.client.HTTPSConnection(parts.hostname, parts.port, timeout=timeout)
    return http.client.HTTPConnection(parts.hostname, parts.port, timeout=timeout)
