"""Stopping, and having too much to do."""

import signal
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
