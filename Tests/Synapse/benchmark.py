#!/usr/bin/env python3
"""What modules cost a real homeserver: messages per second and processor time per message, with no module, with one and
ten in Python, and with one and ten compiled ones behind the bridge.

Usage: benchmark.py GATEHOUSE [ROUNDS]. All homeservers run at once and take turns, so that a busy machine slows all of
them alike. What else the machine does only ever adds, so a figure is that of the best tenth of the rounds. The modules
look the sender up in a list of a thousand users.
"""

import statistics
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from homeserver import Homeserver
from host import MODULES, Host

HERE = Path(__file__).parent
BRIDGE = HERE.parents[1] / "Sources" / "SynapseBridge"
EVIL = {"evil_users": [f"@evil{number}:lab.test" for number in range(1000)]}
ROUNDS, MESSAGES, WARM_UP = 40, 25, 50


class Setup:
    """A homeserver with modules, and the host behind it if there is one."""

    def __init__(self, title, server, host=None):
        self.title, self.host, self._server = title, host, server
        self._user = server.user()
        self._room = self._user.room()
        self.rates, self.synapse, self.behind = [], [], []
        self._send(WARM_UP)

    def measure(self):
        began, before = time.perf_counter(), self._times()
        self._send(MESSAGES)
        seconds, after = time.perf_counter() - began, self._times()
        self.rates.append(MESSAGES / seconds)
        for figures, start, end in zip((self.synapse, self.behind), before, after):
            figures.append((end - start) * 1000 / MESSAGES)

    def _send(self, count):
        for _ in range(count):
            if self._user.send(self._room).status != 200:
                raise RuntimeError(f"{self.title}: a message was refused")

    def _times(self):
        return processor_time(self._server.process), processor_time(self.host.process) if self.host else 0


def processor_time(process):
    """Seconds that a process has had, with all its threads: the clock that clock_getcpuclockid gives."""
    return time.clock_gettime(~process.pid << 3 | 2)


def setups(stack, binary, folder):
    def homeserver(name, modules, path):
        return stack.enter_context(Homeserver(folder / name, modules, path))

    yield Setup("no module", homeserver("none", [], []))
    for count in (1, 10):
        modules = [{"module": "listing.Listing", "config": EVIL}] * count
        yield Setup(f"{count} in Python", homeserver(f"python{count}", modules, [HERE]))
    for count in (1, 10):
        module = {"module": str(MODULES / "list_spam_checker.so"), "config": EVIL}
        host = stack.enter_context(Host(
            binary, folder / f"host{count}", [{**module, "name": f"list{number}"} for number in range(count)]))
        bridge = {"module": "gatehouse_synapse.Gatehouse", "config": {"socket": str(host.socket), "deadline": "60s"}}
        yield Setup(f"{count} compiled", homeserver(f"compiled{count}", [bridge], [BRIDGE]), host)


def best(figures):
    """All but a tenth are as high or higher."""
    return statistics.quantiles(figures, n=10)[0]


def report(measured):
    plain = best(measured[0].synapse)
    print(f"{'':12} {'messages/s':>10} {'Synapse ms':>10} {'added ms':>10} {'host ms':>10}")
    for setup in measured:
        synapse, rate = best(setup.synapse), -best([-rate for rate in setup.rates])
        print(f"{setup.title:12} {rate:10.1f} {synapse:10.2f} {synapse - plain:10.2f} {best(setup.behind):10.2f}")
    print("ms: processor time for each message")


def main():
    binary, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS
    with tempfile.TemporaryDirectory(prefix="gatehouse-synapse-") as folder, ExitStack() as stack:
        measured = list(setups(stack, binary, Path(folder)))
        for _ in range(rounds):
            for setup in measured:
                setup.measure()
    report(measured)


if __name__ == "__main__":
    main()
