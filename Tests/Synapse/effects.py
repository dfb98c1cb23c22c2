#!/usr/bin/env python3
"""Compares what clients see of a module in Python and of a compiled one behind the bridge, row by row.

With words: only rows with such an id, callback, or place.
"""

import argparse
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import rows
from homeserver import Homeserver
from host import Host
from playing import World, play
from scripts import CompiledScript, NativeScript

HERE = Path(__file__).parent
BRIDGE = HERE.parents[1] / "Sources" / "SynapseBridge"


@contextmanager
def homeservers(folder, module, path, python):
    """One with the module, and one that it federates with."""
    with Homeserver(folder / "server", [module], path, federates=True, python=python) as server:
        with Homeserver(folder / "other", federates=True, python=python) as other:
            yield server, other


def native(folder, chosen, python):
    folder.mkdir(parents=True)
    script = NativeScript(folder)
    with homeservers(folder, {"module": "native.Native", "config": script.config}, [HERE], python) as (server, other):
        return play(World(server, other, script), chosen)


def compiled(folder, chosen, host, script, python):
    bridge = {"module": "gatehouse_synapse.Gatehouse", "config": {"socket": str(host.socket), "deadline": "60s"}}
    with host, homeservers(folder, bridge, [BRIDGE], python) as (server, other):
        return play(World(server, other, script), chosen)


def chosen_rows(words):
    return [
        row for row in rows.load()
        if not words or {str(row["id"]), row["callback"], row["where"]} & set(words)]


class Tally:
    def __init__(self):
        self.agreed, self.differ, self.elsewhere, self.left_out = 0, 0, 0, {}

    def add(self, row, native, compiled):
        """The bridge has to do what Synapse does, also where this version of Synapse differs from the row."""
        self.elsewhere += not self._same("Synapse itself differs from", row, rows.facts(row), native)
        if compiled is None:
            self.left_out.setdefault(row["callback"], []).append(row["id"])
        elif self._same("behind the bridge:", row, native, compiled):
            self.agreed += 1
        else:
            self.differ += 1

    @staticmethod
    def _same(title, row, expected, seen):
        differences = rows.differences(expected, seen)
        if differences:
            print(f"{title} {rows.title(row)}", *differences, sep="\n    ")
        return not differences

    def print(self):
        for callback, ids in self.left_out.items():
            print(f"not compared, as this host has no callback {callback}: rows {', '.join(map(str, ids))}")
        left_out = sum(map(len, self.left_out.values()))
        print(f"{self.agreed} rows agree, {self.differ} differ, {left_out} not compared; "
              f"in {self.elsewhere} this Synapse differs from the row")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gatehouse", help="a host that is built")
    parser.add_argument("word", nargs="*")
    parser.add_argument("--synapse", default=sys.executable, help="the Python that has the Synapse to run")
    options = parser.parse_args()
    chosen = chosen_rows(options.word)
    with tempfile.TemporaryDirectory(prefix="gatehouse-synapse-") as folder:
        folder = Path(folder)
        host = Host(options.gatehouse, folder / "host")
        script = CompiledScript(host, folder / "answers", {row["callback"] for row in rows.load()})
        known = [row for row in chosen if script.knows(row["callback"])]
        with ThreadPoolExecutor() as both:
            seen = both.submit(native, folder / "native", chosen, options.synapse)
            behind = both.submit(compiled, folder / "compiled", known, host, script, options.synapse)
        seen, behind = seen.result(), behind.result()
    tally = Tally()
    for row in chosen:
        tally.add(row, seen[row["id"]], behind.get(row["id"]))
    tally.print()
    sys.exit(1 if tally.differ else 0)


if __name__ == "__main__":
    main()
