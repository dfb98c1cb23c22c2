"""Clients that come and go while a server has load: most of them do not behave."""

import http.client
import json
import socket
import struct
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from server import JOIN, JOINING, PATIENCE

CLERK = "/_synapse/client/clerk"
TELL = "/v1/call/spam_checker/user_may_publish_room"
SILENT = "/v1/call/spam_checker/user_may_create_room_alias"
CENSOR = "/v1/call/third_party_rules/check_event_allowed"
# So many wait at once with half a request, until the server closes their connections.
LINGERING = 8


class Censor(BaseHTTPRequestHandler):
    """The service that a module asks about events."""

    protocol_version = "HTTP/1.1"

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_):
        pass


class Visitors:
    """One after the other, while it is entered. `served` counts them, and `wrong` has what they should not see."""

    def __init__(self, port, event):
        self.port, self.event, self.served, self.wrong = port, event, 0, []
        self.lingering, self.end = [], threading.Event()

    def __enter__(self):
        self.thread = threading.Thread(target=self._run)
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.end.set()
        self.thread.join()

    def _run(self):
        visits = [self.call, self.leave, self.break_off, self.half, self.linger, self.timer, self.censor]
        while not self.end.is_set():
            for visit in visits:
                self._make(visit)
            if self.served % 50 == 0:
                self._make(self.never)
        while self.lingering:
            self._make(self.take_leave)

    def _make(self, visit):
        try:
            visit()
        except Exception as error:  # noqa: BLE001 - all of it is a finding
            self.wrong.append(f"{visit.__name__}: {error!r}")
        self.served += 1

    # -- who behaves, but comes anew each time --

    def ask(self, path, body):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
        reply = connection.getresponse()
        text = reply.read().decode()
        connection.close()
        assert reply.status == 200, text
        return json.loads(text)

    def call(self):
        assert self.ask(JOIN, JOINING)["outcome"] == "answered"

    def timer(self):
        """Started for an hour, and cancelled."""
        started = self.ask(TELL, {"user_id": "after 3600000000000", "room_id": "!r:x"})["extra"]["text"]
        cancelled = self.ask(TELL, {"user_id": f"cancel {started}", "room_id": "!r:x"})["deny_code"]
        assert cancelled == "FOUND", cancelled

    def censor(self):
        """The module asks a service over HTTP."""
        answer = self.ask(CENSOR, {"event": self.event, "state_events": []})
        assert answer["outcome"] == "answered", answer

    # -- who does not --

    def begin(self, method, path, body=None, length=None):
        text = json.dumps(body or {})
        client = socket.create_connection(("127.0.0.1", self.port), PATIENCE)
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {length or len(text)}\r\n\r\n"
        client.sendall((head + text).encode())
        return client

    def leave(self):
        """In the middle of a call."""
        self.begin("POST", SILENT, {"user_id": "@a:x", "room_alias": "#a:x"}).close()

    def break_off(self):
        """The same, without a word."""
        client = self.begin("POST", SILENT, {"user_id": "@a:x", "room_alias": "#a:x"})
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        client.close()

    def half(self):
        self.begin("POST", JOIN, JOINING, length=1000).close()

    def linger(self):
        """With half a request, in turn for a call and for a path of a module."""
        self.lingering.append(self.begin("POST", (JOIN, CLERK)[self.served % 2], length=1000))
        if len(self.lingering) > LINGERING:
            self.take_leave()

    def take_leave(self):
        with self.lingering.pop(0) as client:
            assert client.recv(1000) == b""

    def never(self):
        """A request that its module does not answer."""
        self.begin("GET", f"{CLERK}?how=never").close()


class Censoring:
    """The service, while it is entered; gives its URL."""

    def __enter__(self):
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Censor)
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()
        return f"http://127.0.0.1:{self.server.server_port}/"

    def __exit__(self, *_):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()
