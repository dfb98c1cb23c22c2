"""Counts what does not depend on the machine: instructions, allocations, retains, clock reads."""

import json
import os
import re
import tempfile
from functools import cache
from pathlib import Path

from building import COUNTER, FOLDER, MODULES, RELEASE, output, run
from processes import probe


def counted(work, modules, folder=MODULES):
    """Allocations, retains and clock reads of one call: what 2,000 cost more than 1,000."""
    few, many = (_counts(work, modules, times, folder) for times in (1000, 2000))
    return {name: round((many[name] - few[name]) / 1000, 1) for name in few}


def _counts(work, modules, times, folder):
    with tempfile.NamedTemporaryFile() as file:
        probe(work, modules, times, folder=folder, env=os.environ | {"LD_PRELOAD": str(COUNTER), "BENCH_COUNTS": file.name})
        return json.loads(Path(file.name).read_text())


def instructions(work, modules, users=0):
    """Instructions of one call, as callgrind counts them: what 11,000 cost more than 1,000. Each list has so many users."""
    few, many = (_collected(work, modules, times, users) for times in (1000, 11000))
    return (many - few) / 10000


def _collected(work, modules, times, users):
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", stripped(), work, MODULES, modules, times,
               users]
    text = run(*command, capture_output=True, text=True).stderr
    return int(re.search(r"Collected : (\d+)", text).group(1))


@cache
def stripped():
    """The probe without what debuggers read, which Debian's valgrind cannot."""
    path = FOLDER / "Probe.stripped"
    run("strip", "--strip-debug", "-o", path, RELEASE / "Probe")
    return path


# What counts references or takes memory.
COSTLY = re.compile(r"call.*<(swift_\w*retain\w*|swift_allocObject|swift_slowAlloc|malloc|calloc|_Znwm)\b")


@cache
def functions():
    """The machine code, function by function."""
    return output("objdump", "--disassemble", "--no-show-raw-insn", "--wide", stripped()).split("\n\n")


def costly_calls(name):
    """Calls that count references or take memory, in the machine code of functions by a pattern of their names."""
    bodies = [body for body in functions() if re.search(name, body.partition(":\n")[0])]
    if not bodies:
        raise RuntimeError(f"there is no function {name}")
    return [line.strip() for body in bodies for line in body.splitlines() if COSTLY.search(line)]
