"""The counts that must not grow, and the check that they do not."""

import json

from building import HERE
from counting import costly_calls, counted, instructions

CEILINGS = json.loads((HERE / "ceilings.json").read_text())


def ceilings():
    """Each count with its ceiling, by name."""
    _see_the_counter_count()
    found = {}
    for name, ceiling in CEILINGS["instructions"].items():
        found[f"instructions, {name}"] = (_instructions(name), ceiling)
    for name, modules in (("join", 1), ("join", 10), ("nobody", 10)):
        for what, count in counted(name, modules).items():
            if what != "clock_reads":
                found[f"{what}, {name}, {modules} modules"] = (count, CEILINGS[what])
    for function in CEILINGS["functions without"]:
        found[f"allocating or retaining calls in {function}"] = (len(costly_calls(function)), 0)
    return found


def _see_the_counter_count():
    """A counter that counts nothing would find everything in order."""
    seen = counted("deliberate", 0)
    if (seen["allocations"], seen["retains"]) != (1, 1):
        raise RuntimeError(f"the counter saw {seen} where one allocation and one retain were made")


def clock_reads():
    return {f"clock reads {modules}": counted("traced", modules)["clock_reads"] for modules in (1, 10)}


def _instructions(name):
    """`engine, a link` or `engine, 1 module`."""
    work, _, what = name.partition(", ")
    if what == "a link":
        return (instructions(work, 100) - instructions(work, 10)) / 90
    return instructions(work, int(what.split()[0]))
