"""The rows of the table: what is to be reached, and what was."""

import textwrap
from dataclasses import dataclass

from ceilings import CEILINGS
from reasons import why


@dataclass(frozen=True)
class Row:
    what: str
    goal: str
    value: float
    unit: str
    # None: reported, there is no goal.
    met: bool | None

    def members(self):
        return self.__dict__


def at_most(what, value, goal, unit=""):
    return Row(what, f"at most {goal:g} {unit}".strip(), value, unit, value <= goal)


def at_least(what, value, goal, unit=""):
    return Row(what, f"at least {goal:,g} {unit}".strip(), value, unit, value >= goal)


def reported(what, value, unit=""):
    return Row(what, "reported", value, unit, None)


def modules(count):
    return "1 module" if count == 1 else f"{count:,} modules"


def chain(r):
    for count, goal in ((1, 1.5), (10, 1.15), (100, 1.1), (1000, 1.1)):
        ours, loop, hooks = (r[f"chain {count}: {peer}"] for peer in ("gatehouse", "loop", "apr_hooks"))
        yield at_most(f"chain engine, {modules(count)}: times the C loop", ours / loop, goal)
        yield reported(f"apr_hooks, {modules(count)}: times the C loop", hooks / loop)


def typed(r):
    for count in (1, 10):
        ours, loop = r[f"typed {count}: gatehouse"], r[f"typed {count}: loop"]
        yield at_most(f"typed call, {modules(count)}: more than the C loop", ours - loop, 40, "ns")
    yield at_most("typed call, a denial", r["typed 1: denial"], 150, "ns")
    for count in (1, 10):
        more = r[f"typed {count}: hook"] - r[f"typed {count}: gatehouse"]
        yield reported(f"hook of an application, {modules(count)}: more than the typed call", more, "ns")


def synapse(r):
    goals = {"check_event_for_spam": 1000, "check_event_allowed": 200, "on_new_event": 6}
    for count in (10, 100):
        for name, goal in goals.items():
            ratio = r[f"synapse {count}: {name}"] / r[f"gatehouse {count}: {name}"]
            yield at_least(f"{name}, {modules(count)}: times as fast as Synapse's chain", ratio, goal)


def unasked(r):
    yield at_most("callback nobody implements", r["typed 10: nobody"], 5, "ns")


def observed(r):
    for count in (1, 10):
        yield reported(
            f"trail, {modules(count)}: more than without", r[f"typed {count}: trail"] - r[f"typed {count}: by name"], "ns")


def threads(r):
    for count in (1, 10):
        ratio = r[f"threads {count}: one"] / r[f"threads {count}: two"]
        yield at_least(f"two threads, {modules(count)}: times one", ratio, 1.8)
        ratio = r[f"threads {count}: loop, one"] / r[f"threads {count}: loop, two"]
        yield reported(f"the C loop on two threads, {modules(count)}: times one", ratio)


def late(r):
    yield at_most("late answer, 256 in flight", r["late: 256"], 1000, "ns")
    yield reported("late answer, 1 in flight", r["late: 1"], "ns")


def events(r):
    for size in (600, 1000, 4000, 16000):
        ratio = r[f"event {size}: gatehouse"] / r[f"event {size}: on demand"]
        yield at_most(f"event of {size} bytes: times simdjson on demand", ratio, 1.6)


def loading(r):
    for count in (1, 100, 1000):
        ratio = r[f"loading {count}: load"] / r[f"loading {count}: open"]
        yield at_most(f"loading {modules(count)}: times bare dlopen", ratio, 2.5)
        yield reported(f"with copies on the disk, {modules(count)}: times bare dlopen",
                       r[f"loading {count}: disk"] / r[f"loading {count}: open"])


def memory(r):
    few, many = (r[f"memory {count}: load"] - r[f"memory {count}: open"] for count in (100, 1000))
    yield at_most("memory a module, beyond its mapping", (many - few) / 900, 25, "KB")
    yield reported("memory that is there once", few - (many - few) / 9, "KB")


def serving(r):
    yield at_least("serve: of the constant route's calls", r["serve: gatehouse"] / r["serve: constant"], 0.8)
    loopback = r["serve: gatehouse, loopback"] / r["serve: constant, loopback"]
    yield at_least("serve: of the constant route's calls, wrk on loopback", loopback, 0.8)
    yield at_most("serve: p99 at half that load", r["serve p99: gatehouse"], 2, "ms")
    yield reported("constant route: p99 at the same load", r["serve p99: constant"], "ms")
    yield at_most("serve with 10 modules, resident", r["serve resident: gatehouse"] / 1024, 40, "MB")
    yield reported("serve: calls", r["serve: gatehouse"], "/s")
    yield reported("serve: times the Python server's calls", r["serve: gatehouse"] / r["serve: python"])


def replay(r):
    yield at_least("replay on one core: calls", r["replay: plain"], 200_000, "/s")
    yield reported("replay --expect on one core: calls", r["replay: expect"], "/s")


def bridge(r):
    yield at_most("bridge inside Synapse, p50 a call", r["bridge: the whole call"], 60, "µs")
    yield reported("bridge inside Synapse, in the round that was disturbed least", r["bridge: the whole call, best"], "µs")
    yield reported("bare round trip of the same bytes, p50", r["bridge: bare round trip"], "µs")


def counts(r):
    for name, ceiling in CEILINGS.items():
        yield at_most(name, r[name], 0 if name.startswith(("allocations of a typed", "retains")) else ceiling)


# The rows of each part that can be measured alone.
PARTS = {
    "calls": (chain, typed, unasked, observed, threads, late, events), "counts": (counts,), "synapse": (synapse,),
    "loading": (loading, memory), "replay": (replay,), "serving": (serving,),
    "bridge": (bridge,),
}


def rows(results, parts):
    return [row for part in parts for group in PARTS[part] for row in group(results)]


def table(all_rows):
    lines = [f"{'':3} {'WHAT':66} {'MEASURED':>12} {'':4} GOAL"]
    for row in all_rows:
        mark = {True: "ok", False: "NO", None: ""}[row.met]
        lines.append(f"{mark:3} {row.what:66} {number(row.value):>12} {row.unit:4} {row.goal}")
    reasons = dict.fromkeys(why(row.what) or f"{row.what}: not explained." for row in unmet(all_rows))
    return "\n\n".join(["\n".join(lines), *map(textwrap.fill, reasons)])


def unmet(all_rows):
    return [row for row in all_rows if row.met is False]


def unexplained(all_rows):
    """Rows that miss their goal, and the documentation does not say why."""
    return [row for row in unmet(all_rows) if not why(row.what)]


def number(value):
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}"
