"""A module that promises to return at once and does not come back, inside a server."""

import os
import threading

from server import Server
from stopping import CREATE, CREATING, until


class Call(threading.Thread):
    """A call, and what became of it."""

    def __init__(self, server):
        super().__init__(daemon=True)
        self.server, self.reply = server, None
        self.start()

    def run(self):
        self.reply = self.server.unix("POST", CREATE, CREATING)


def run(report, binary, folder):
    file = folder / "go"
    config = {"how": "holds", "until": str(file), "callback": "spam_checker.user_may_create_room"}
    module = {"module": "tardy_prompt", "name": "liar", "config": config}
    with Server(binary, folder, [module], socket="s.sock", deadline="500ms") as server:
        calls = [Call(server) for _ in range(os.cpu_count() + 3)]
        try:
            held(report, server)
        finally:
            file.touch()
        for call in calls:
            call.join()
        outcomes = {call.reply.json["outcome"] for call in calls}
        report.check("calls that it held are answered when it lets go", outcomes <= {"next", "failed"}, str(outcomes))
        until(lambda: not state(server)["stuck"])
        report.check("and it is asked again", server.unix("POST", CREATE, CREATING).json["outcome"] == "next")


def held(report, server):
    """More calls than there are processors are in the module."""
    until(lambda: state(server)["stuck"])
    report.check("while it holds more calls than there are processors, the server answers",
                 server.unix("GET", "/healthz").status == 200)
    metrics = server.unix("GET", "/metrics").text
    report.check("metrics tell that it is stuck", 'gatehouse_stuck{module="liar"} 1.0' in metrics, metrics)
    report.check("and what it holds", state(server)["running"] > 0 and state(server)["slow_callbacks"] > 0, metrics)
    reply = server.unix("POST", CREATE, CREATING).json
    report.check("further calls go by the rule for a stuck module", reply["outcome"] == "failed"
                 and "it is stuck" in str(reply), str(reply))


def state(server):
    return server.unix("GET", "/v1/modules").json[0]["state"]
