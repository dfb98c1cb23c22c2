"""HTTP requests with JSON both ways, over TCP or a Unix socket."""

import http.client
import json
import socket
from dataclasses import dataclass

PATIENCE = 180
"""Seconds; well over the 60 that Synapse itself waits for a server that hangs, so that its answer is seen."""


@dataclass
class Response:
    status: int
    headers: dict
    body: object

    def ok(self):
        """The body of a success; tests set up their rooms with this."""
        if self.status != 200:
            raise RuntimeError(f"{self.status}: {self.body}")
        return self.body


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path, timeout):
        super().__init__("localhost", timeout=timeout)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)


def request(address, method, path, body=None, token=None, headers=None, timeout=PATIENCE):
    """`address` is (host, port) or the path of a Unix socket; `body` is bytes or goes out as JSON."""
    if isinstance(address, tuple):
        connection = http.client.HTTPConnection(*address, timeout=timeout)
    else:
        connection = UnixConnection(str(address), timeout)
    headers = dict(headers or {})
    if token:
        headers["Authorization"] = f"Bearer {token}"
    if body is not None and not isinstance(body, bytes):
        headers.setdefault("Content-Type", "application/json")
        body = json.dumps(body).encode()
    try:
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        return Response(response.status, dict(response.getheaders()), _content(response.read()))
    finally:
        connection.close()


def _content(text):
    try:
        return json.loads(text)
    except ValueError:
        return text
