"""What a call costs inside Synapse's process: the bridge over a Unix socket, with a host that answers at once.

Usage: latency.py [ROUNDS] [--cores]. Measures an await of the function that Synapse calls, with an event as its argument:
from there to the host and back, encoding, metrics and all. Beside it stand the encoding alone, which is a part of it,
and the bare socket round trip. They take turns in rounds of a thousand each, and the round with the lowest p50 is
printed beside the usual one: on a machine that does other things too, the usual one tells mostly of these. Both
processes run on one core: what it takes to wake another core differs between machines, and is no part of the bridge.
`latency.py --cores` leaves them wherever the system puts them.
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
from gatehouse_synapse.catalogue import Callback, Parameter  # noqa: E402
from gatehouse_synapse.configuration import Configuration  # noqa: E402
from gatehouse_synapse.encoder import Encoder  # noqa: E402
from gatehouse_synapse.forwarder import Forwarder  # noqa: E402
from gatehouse_synapse.host import Host  # noqa: E402
from gatehouse_synapse.identity import Identity  # noqa: E402

BODY = b'{"outcome":"next","decided_by":null}'
ANSWER = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\nX-Request-Id: pwnw41fdqys6\r\n"
    b"Date: Sat, 21 Nov 2026 22:48:10 GMT\r\n\r\n%s" % (len(BODY), BODY))
CALLS = 1000
CALLBACK = Callback(
    "spam_checker", "check_event_for_spam", (Parameter("event", "record", False),), "event_verdict", False, ("module",),
    frozenset())


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


def bare(path):
    """The same bytes there and back with nothing around them."""
    plain = socket.socket(socket.AF_UNIX)
    plain.connect(path)

    async def round_trip():
        plain.sendall(b"." * 1000)
        plain.recv(1 << 16)

    return round_trip


def end(child):
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def measured(path):
    """By title, what is awaited once for each time that is taken."""
    configuration, event = Configuration(socket=path), recording.event({})
    host = Host(reactor, configuration, Identity("orchard.test"), lambda _: None)
    function = Forwarder(configuration, "orchard.test", host, {CALLBACK.full_name: CALLBACK}).function(CALLBACK)
    encoder = Encoder("orchard.test")

    async def encode():
        encoder.encode(CALLBACK, (event,))

    return {"bare round trip": bare(path), "encoding": encode, "the whole call": lambda: function(event)}


async def measure(parts, rounds):
    medians = {title: [] for title in parts}
    for _ in range(rounds):
        for title, part in parts.items():
            medians[title].append(statistics.median([await duration(part) for _ in range(CALLS)]))
    for title, found in medians.items():
        print(f"{title}: p50 {min(found):.1f} µs in the best round, {statistics.median(found):.1f} µs in the usual")


async def duration(part):
    began = time.perf_counter_ns()
    await part()
    return (time.perf_counter_ns() - began) / 1000


def main():
    if "--cores" not in sys.argv:
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    rounds = next((int(word) for word in sys.argv[1:] if word.isdigit()), 20)
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/gatehouse.sock"
        child = answer_at_once(path)
        done = ensureDeferred(measure(measured(path), rounds))
        done.addErrback(lambda failure: failure.printTraceback()).addBoth(lambda _: reactor.stop())
        reactor.run()
    end(child)


if __name__ == "__main__":
    main()
