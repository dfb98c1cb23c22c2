"""What does not depend on the machine, beside its ceilings in ceilings.json. Lower a ceiling when less is needed."""

import json
import sys

from building import HERE, TWINS, build, build_counter, build_modules, build_twins
from counting import costly_calls, counted, instructions

CEILINGS = json.loads((HERE / "ceilings.json").read_text())
# The loop in the machine code: cm_run, and Chain.dispatch where the optimiser leaves it a function.
LOOP = r"<(cm_run|\$s14CallbackChains5ChainV8dispatch.*)>"


def counts():
    """Each count, by its name in the ceilings."""
    see_the_counter_count()
    found = {} | of_instructions() | of_calls("a typed call, 1 module", "join", 1)
    found |= of_calls("a typed call, 10 modules", "join", 10)
    found |= of_calls("a typed call that nobody implements", "nobody", 10)
    found |= of_calls("a hook's call, 1 module", "hook", 1)
    found["allocations of a hook's call with 8 KiB of text"] = counted("hook-text", 1)["allocations"]
    found["allocations of a denial"] = counted("deny", 1)["allocations"]
    found |= of_classes()
    for modules, name in ((1, "1 module"), (10, "10 modules")):
        found[f"clock reads of a traced call, {name}"] = counted("traced", modules)["clock_reads"]
    found["allocating or retaining calls in the machine code of the loop"] = len(costly_calls(LOOP))
    return found


def see_the_counter_count():
    """A counter that counts nothing would find everything in order."""
    seen = counted("deliberate", 0)
    if (seen["allocations"], seen["retains"]) != (1, 1):
        raise RuntimeError(f"the counter saw {seen} where one allocation and one retain were made")


def of_instructions():
    loop, engine = ({modules: instructions(work, modules) for modules in (10, 100)} for work in ("loop", "engine"))
    a_link = {name: (work[100] - work[10]) / 90 for name, work in (("loop", loop), ("engine", engine))}
    more = a_link["engine"] - a_link["loop"]
    return {
        "instructions a link, beyond the C loop's": more,
        "instructions of a dispatch, beyond the C loop's": engine[10] - loop[10] - 10 * more,
        "instructions of a typed call, 1 module": instructions("join", 1),
        "instructions of a typed call that nobody implements": instructions("nobody", 1),
        "instructions of a hook's call, 1 module": instructions("hook", 1),
        "instructions of a denial": instructions("deny", 1, users=1000),
    }


def of_calls(name, work, modules):
    found = counted(work, modules)
    return {f"{what} of {name}": found[what] for what in ("allocations", "retains")}


def of_classes():
    """What gatehouse.hpp allocates: by how much the module in C++ exceeds its twin in C."""
    def allocations(work, language):
        return counted(work, 1, TWINS / language)["allocations"]
    works = {"a typed call": "join", "a denial": "deny", "a look into an event": "event-spam"}
    return {f"allocations of {name} in C++, beyond those in C": allocations(work, "cpp") - allocations(work, "c")
            for name, work in works.items()}


def exceeded(found):
    """What is over its ceiling, a sentence each. What is counted has a ceiling, and what has a ceiling is counted."""
    if found.keys() != CEILINGS.keys():
        raise RuntimeError(f"counts and ceilings.json differ in {sorted(found.keys() ^ CEILINGS.keys())}")
    return [f"{name}: {count:g}, the ceiling is {CEILINGS[name]}" for name, count in found.items()
            if round(count, 1) > CEILINGS[name]]


def main():
    """Builds what is counted, counts, and prints each count beside its ceiling. Status 1: some are exceeded."""
    build_modules(100)
    build_twins()
    build_counter()
    build("Probe")
    found = counts()
    for name, count in found.items():
        print(f"{count:8,.1f} of {CEILINGS.get(name, 0):6,}  {name}")
    sys.exit("\n".join(exceeded(found)) or 0)


if __name__ == "__main__":
    main()
