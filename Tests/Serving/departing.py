"""Callers that have little time left, and callers that go away."""

import json

from server import JOIN, JOINING, Server, UnixConnection
from stopping import until

# It finishes a call when it is told that nobody waits, and never else.
MODULE = {"module": "tardy", "config": {"how": "cancel"}}


def run(report, binary, folder):
    with Server(binary, folder, [MODULE], socket="s.sock", deadline="60s") as server:
        hurried(report, server)
        gone(report, server)


def state(server):
    return server.unix("GET", "/v1/modules").json[0]["state"]


def hurried(report, server):
    reply = server.unix("POST", f"{JOIN}?deadline=20ms", JOINING)
    report.check(
        "a call ends when its caller's time is up",
        reply.json.get("fail") == "no answer: it did not answer in time", reply.text)
    until(lambda: state(server)["open_tickets"] == 0)
    found = state(server)
    report.check("that is told of the module", found["deadlines_passed"] == 1, found)


def gone(report, server):
    connection = UnixConnection(server.folder / "s.sock")
    connection.request("POST", JOIN, json.dumps(JOINING), {"Content-Type": "application/json"})
    until(lambda: state(server)["open_tickets"] == 1)
    connection.close()
    until(lambda: state(server)["open_tickets"] == 0)
    found = state(server)
    report.check("a caller that closes its connection cancels its call", found["cancellations"] == 1, found)
    text = server.unix("GET", "/metrics").text
    report.check("metrics tell it", 'gatehouse_cancellations_total{module="tardy"} 1' in text.splitlines(), text)
