"""Stopping, and having too much to do."""

import signal
import socket
import threading
import time

from server import JOIN, JOINING, PATIENCE, Server

CREATE = "/v1/call/spam_checker/user_may_create_room"
CREATING = {"user_id": "@a:x", "room_config": {}}


class Waiting:
    """A server with a call that is under way, until its file is there."""

    def __init__(self, binary, folder, **settings):
        self.file = folder / "go"
        self.server = Server(
            binary, folder, [{"module": "waiting", "config": {"file": str(self.file)}}], socket="s.sock", **settings)
        self.reply = None

    def __enter__(self):
        self.server.__enter__()
        self.thread = threading.Thread(target=self._call)
        self.thread.start()
        until(lambda: "gatehouse_calls_under_way 1.0" in self.server.unix("GET", "/metrics").text)
        return self

    def _call(self):
        try:
            self.reply = self.server.unix("POST", JOIN, JOINING)
        except OSError as error:
            self.reply = error

    def let_go(self):
        self.file.touch()
        self.thread.join()
        return self.reply

    def __exit__(self, *_):
        self.let_go()
        self.server.__exit__()


def until(condition):
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise RuntimeError("it did not come to pass")
        time.sleep(0.01)


def run(report, binary, folder):
    overloaded(report, binary, folder / "overloaded")
    drained(report, binary, folder / "drained")
    abandoned(report, binary, folder / "abandoned")
    half_sent(report, binary, folder / "half")
    slow(report, binary, folder / "slow")


def overloaded(report, binary, folder):
    with Waiting(binary, folder, call_limit=1) as waiting:
        reply = waiting.server.unix("POST", CREATE, CREATING)
        report.check(
            "a call on top of the limit is refused at once, and told when to come again",
            reply.status == 503 and reply.headers["Retry-After"] == "1", reply.text)
        report.check("who only looks is answered", waiting.server.unix("GET", "/v1/modules").status == 200)
        report.check("the call under way gets its answer", waiting.let_go().status == 200)
        report.check("and then the next", waiting.server.unix("POST", CREATE, CREATING).status == 200)


def drained(report, binary, folder):
    with Waiting(binary, folder) as waiting:
        server = waiting.server
        server.process.send_signal(signal.SIGTERM)
        assert server.said() == "STOPPING=1"
        until(lambda: server.unix("GET", "/readyz").status == 503)
        reply = server.unix("POST", CREATE, CREATING)
        report.check("a server that stops takes no further call", reply.status == 503, reply.text)
        report.check("the call under way gets its answer", waiting.let_go().status == 200)
        code = server.wait()
        report.check("then it ends well", code == 0, f"exit code {code}\n{server.text()}")


def abandoned(report, binary, folder):
    with Waiting(binary, folder, drain_time="50ms") as waiting:
        code = waiting.server.stop()
        report.check(
            "a call that does not come back holds nobody up", code == 1 and "1 calls have not come back" in waiting.server.text(),
            f"exit code {code}\n{waiting.server.text()}")


IS_EVIL = "/_synapse/client/list_spam_checker/is_evil"
LISTING = {"module": "list_spam_checker", "config": {"evil_users": ["@evil:x"]}}


def begin(server, path):
    """A client that sends the first bytes of a body."""
    client = socket.socket(socket.AF_UNIX)
    client.settimeout(PATIENCE)
    client.connect(str(server.folder / "s.sock"))
    client.sendall(f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{{\"a\"".encode())
    return client


def half_sent(report, binary, folder):
    for name, path in (("call", JOIN), ("path of a module", IS_EVIL)):
        with Server(binary, folder, [LISTING], socket="s.sock") as server, begin(server, path):
            until(lambda: server.unix("GET", "/readyz").status == 200)
            code = server.stop()
            report.check(f"half a request to a {name} does not hold up the end", code == 0,
                         f"exit code {code}\n{server.text()}")


def slow(report, binary, folder):
    settings = {"socket": "s.sock", "call_limit": 2, "client_timeout": "400ms"}
    with Server(binary, folder, [LISTING], **settings) as server:
        clients = [begin(server, path) for path in (IS_EVIL, IS_EVIL, JOIN, JOIN)]
        reply = server.unix("GET", f"{IS_EVIL}?user=@evil:x")
        report.check("who has sent half a request takes nobody's place", reply.status == 200, reply.text)
        rest = [client.recv(1000) for client in clients]
        report.check("and is not waited for", rest == [b""] * 4, str(rest))
        for client in clients:
            client.close()
