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


@contextmanager
def native(folder, python):
    """The world whose module is in Python."""
    folder.mkdir(parents=True)
    script = NativeScript(folder)
    with homeservers(folder, {"module": "native.Native", "config": script.config}, [HERE], python) as (server, other):
        yield World(server, other, script)


@contextmanager
def compiled(folder, host, script, python):
    """The world whose modules are behind the bridge."""
    bridge = {"module": "gatehouse_synapse.Gatehouse", "config": {"socket": str(host.socket), "deadline": "60s"}}
    with host, homeservers(folder, bridge, [BRIDGE], python) as (server, other):
        yield World(server, other, script)


def play_both(native, compiled, chosen):
    """Row id to what clients saw in each world; None behind the bridge where this host has no such callback."""
    known = [row for row in chosen if compiled.script.knows(row["callback"])]
    with ThreadPoolExecutor() as both:
        seen, behind = both.submit(play, native, chosen), both.submit(play, compiled, known)
    seen, behind = seen.result(), behind.result()
    return {row["id"]: (seen[row["id"]], behind.get(row["id"])) for row in chosen}


def play_until_alike(native, compiled, chosen):
    """Rows that differ are played once more: that a machine was busy for seconds is no difference."""
    seen = play_both(native, compiled, chosen)
    again = [row for row in chosen if differ(*seen[row["id"]])]
    print_differences("played once more:", behind_the_bridge(again, seen))
    return seen | play_both(native, compiled, again)


def behind_the_bridge(chosen, seen):
    return {rows.title(row): differ(*seen[row["id"]]) for row in chosen}


def differ(native, compiled):
    return rows.differences(native, compiled) if compiled else []


def chosen_rows(words):
    return [
        row for row in rows.load()
        if not words or {str(row["id"]), row["callback"], row["where"]} & set(words)]


def report(chosen, seen):
    """Prints what differs, what matters most at the end. True: the bridge does what Synapse does, also where this version
    of Synapse differs from the row."""
    elsewhere = {rows.title(row): rows.differences(rows.facts(row), seen[row["id"]][0]) for row in chosen}
    behind = behind_the_bridge(chosen, seen)
    left_out = [row for row in chosen if not seen[row["id"]][1]]
    print_differences("Synapse itself differs from", elsewhere)
    for row in left_out:
        print("not compared, as this host has no such callback:", rows.title(row))
    print_differences("behind the bridge:", behind)
    different = count(behind)
    print(f"{len(chosen) - different - len(left_out)} rows agree, {different} differ, {len(left_out)} not compared; "
          f"in {count(elsewhere)} this Synapse differs from the row")
    return not different


def print_differences(heading, differences):
    for title, found in differences.items():
        if found:
            print(f"{heading} {title}", *found, sep="\n    ")


def count(differences):
    return sum(map(bool, differences.values()))


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
        behind = compiled(folder / "compiled", host, script, options.synapse)
        with native(folder / "native", options.synapse) as one, behind as other:
            seen = play_until_alike(one, other, chosen)
    sys.exit(0 if report(chosen, seen) else 1)


if __name__ == "__main__":
    main()
