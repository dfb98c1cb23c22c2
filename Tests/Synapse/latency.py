"""What a call costs inside Synapse's process: the bridge over a Unix socket, with a host that answers at once.

Usage: latency.py [CALLS]. Prints p50 and p99 of an await that goes to the host and back, with an event as argument, and
of the bare socket round trip beside it: on a busy machine the difference is what can be compared.
"""

import os
import signal
import socket
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

from twisted.internet import epollreactor

epollreactor.install()

from twisted.internet import reactor  # noqa: E402
from twisted.internet.defer import ensureDeferred  # noqa: E402

HERE = Path(__file__).parent
sys.path += [str(HERE.parent.parent / "Sources" / "SynapseBridge"), str(HERE / "bridge")]

import recording  # noqa: E402
from gatehouse_synapse.answers import answers_of  # noqa: E402
from gatehouse_synapse.catalogue import Callback, Parameter  # noqa: E402
from gatehouse_synapse.configuration import Configuration  # noqa: E402
from gatehouse_synapse.encoder import Encoder  # noqa: E402
from gatehouse_synapse.host import Host  # noqa: E402
from gatehouse_synapse.identity import Identity  # noqa: E402

BODY = b'{"outcome":"next","decided_by":null}'
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(BODY), BODY)


def answer_at_once(path):
    """A host in a process of its own that reads a request and answers, whatever it was."""
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path)
    listener.listen()
    child = os.fork()
    if child:
        listener.close()
        return child
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=serve, args=(connection,)).start()


def serve(connection):
    while connection.recv(1 << 16):
        connection.sendall(ANSWER)


def bare_round_trips(path, count):
    """The same bytes there and back with nothing around them."""
    taken = []
    with socket.socket(socket.AF_UNIX) as plain:
        plain.connect(path)
        for _ in range(count):
            began = time.perf_counter_ns()
            plain.sendall(b"." * 1000)
            plain.recv(1 << 16)
            taken.append(time.perf_counter_ns() - began)
    return taken


async def measure(host, count):
    callback = Callback(
        "spam_checker", "check_event_for_spam", (Parameter("event", "record", False),), "event_verdict", False,
        ("module",), frozenset())
    encoder, event, answers = Encoder("orchard.test"), recording.event({}), answers_of(callback)
    times = {"encoding": [], "asking": []}
    before = time.process_time_ns()
    for _ in range(count):
        began = time.perf_counter_ns()
        body = encoder.encode(callback, (event,))
        encoded = time.perf_counter_ns()
        answers.convert(await host.call(callback, body), (event,))
        times["encoding"].append(encoded - began)
        times["asking"].append(time.perf_counter_ns() - encoded)
    print(f"processor time of all of it: {(time.process_time_ns() - before) / count / 1000:.1f} µs a call")
    return times


def report(times):
    for what, taken in times.items():
        cuts = statistics.quantiles(taken, n=100)
        print(f"{what}: p10 {cuts[9] / 1000:.1f} µs, p50 {cuts[49] / 1000:.1f} µs, p99 {cuts[98] / 1000:.1f} µs")


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/gatehouse.sock"
        child = answer_at_once(path)
        report({"bare round trip": bare_round_trips(path, count)})
        host = Host(reactor, Configuration(socket=path), Identity("orchard.test"), lambda _: None)
        done = ensureDeferred(measure(host, count)).addCallback(report)
        done.addErrback(lambda failure: failure.printTraceback()).addBoth(lambda _: reactor.stop())
        reactor.run()
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


if __name__ == "__main__":
    main()
