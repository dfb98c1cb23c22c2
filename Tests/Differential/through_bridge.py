"""Random chains of all callbacks on both sides of the bridge: what Synapse makes of modules in Python, and what it makes
of compiled ones that a host runs behind the bridge. Who was asked, the compiled modules write down themselves.

Usage: through_bridge.py GATEHOUSE MODULES [--chains N] [--seed N]"""

import argparse
import json
import logging
import sys
import tempfile
from collections import Counter
from pathlib import Path

from twisted.internet import epollreactor

epollreactor.install()

from twisted.internet import reactor  # noqa: E402
from twisted.internet.defer import ensureDeferred  # noqa: E402

HERE = Path(__file__).resolve().parent
sys.path += [str(HERE.parent / "Synapse"), str(HERE.parents[1] / "Sources" / "SynapseBridge")]

import synapse_chains  # noqa: E402
from bridged import Bridge, Script, can_play  # noqa: E402
from cases import draw  # noqa: E402
from categories import CALLBACKS  # noqa: E402
from comparing import same  # noqa: E402
from differences import apply  # noqa: E402
from host import Host  # noqa: E402

# A controller of background updates in Python always says something. Where a compiled one does not, the bridge says
# what Synapse does without any.
UNSAID = {"on_update": 100, "default_batch_size": 100, "min_batch_size": 1}
# Differences that are told one by one. The rest is counted.
TOLD = 10


class Comparison:
    def __init__(self, bridge):
        self._bridge = bridge
        self.callbacks, self.listed, self.found = Counter(), 0, 0

    async def run(self, cases):
        for case in cases:
            self.callbacks[case["callback"]] += 1
            self._compare(case, await self._bridge.play(case))

    def _compare(self, case, bridged):
        rewritten, shown = apply(case)
        if same(_seen(case), bridged):
            return
        if shown and same(_seen(rewritten), bridged):
            self.listed += 1
            return
        self.found += 1
        if self.found <= TOLD:
            print(f"{json.dumps(case)}\n    Synapse: {json.dumps(_seen(case))}\n    bridge:  {json.dumps(bridged)}")


def _seen(case):
    """What Synapse made of it, as far as clients can tell: the words of an exception are for the log. And who was asked."""
    unsaid = UNSAID.get(case["callback"].partition(".")[2])
    modules = [{"value": unsaid} if unsaid and "allow" in answer else answer for answer in case["modules"]]
    played = synapse_chains.play(case | {"modules": modules})
    if "fail" in played["result"].get("raised", {}):
        played["result"] = {"raised": {"invalid_answer": True}}
    return played


async def compare(host, script, options):
    comparison = Comparison(Bridge(host.socket, script))
    drawn = (draw(options.seed, number) for number in range(options.chains))
    await comparison.run(filter(can_play, drawn))
    silent = CALLBACKS.keys() - comparison.callbacks.keys()
    print(f"{comparison.callbacks.total()} chains over {len(comparison.callbacks)} callbacks through the bridge, seed "
          f"{options.seed}: {comparison.listed} listed differences, {comparison.found} others")
    return comparison.found == 0 and not silent


def main():
    options = parse()
    logging.disable(logging.CRITICAL)  # Synapse warns of each invalid answer.
    outcomes = []
    with tempfile.TemporaryDirectory(prefix="gatehouse-synapse-") as folder:
        folder = Path(folder)
        script = Script(folder)
        modules = script.modules(Path(options.modules).resolve() / "scripted.so")
        with Host(options.gatehouse, folder / "host", modules) as host:
            done = ensureDeferred(compare(host, script, options)).addCallback(outcomes.append)
            done.addErrback(lambda failure: failure.printTraceback()).addBoth(lambda _: reactor.stop())
            reactor.run()
    sys.exit(0 if outcomes == [True] else 1)


def parse():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gatehouse", help="a host that is built")
    parser.add_argument("modules", help="the folder of the scripted module")
    parser.add_argument("--chains", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
