"""Measures what takes a process of its own: loading, memory, replay, and Synapse's chains beside ours."""

import json
import os
import re
import statistics
import subprocess
import tempfile
import time
from functools import partial

from building import FOLDER, HERE, HOST, MODULES, RELEASE, ROOT, output, synapse


def probe(work, modules, times, users=None, folder=MODULES, **options):
    """One piece of work in a process of its own: nanoseconds in all, and memory that it took."""
    command = [RELEASE / "Probe", work, folder, modules, times] + ([] if users is None else [users])
    return json.loads(output(*command, **options))


def medians(rounds, measures):
    """Runs each measure once a round, in turns: medians by name."""
    taken = {name: [] for name in measures}
    for _ in range(rounds):
        for name, measure in measures.items():
            taken[name].append(measure())
    return {name: statistics.median(values) for name, values in taken.items()}


def loading(rounds, counts=(1, 10, 100, 300, 1000)):
    """Nanoseconds for so many modules, and the kilobytes of private memory that they take. Their private copies are in
    memory, as in a service's RUNTIME_DIRECTORY under systemd; and for comparison on the disk."""
    results, memory = {}, {}
    for count in counts:
        def took(work, copies):
            environment = os.environ | {"RUNTIME_DIRECTORY": copies}
            measured = probe(work, 0, count, users=0, env=environment)
            memory.setdefault(f"memory {count}: {work}", []).append(measured["private_kb"])
            return measured["nanoseconds"]
        with tempfile.TemporaryDirectory(dir="/dev/shm") as ram, tempfile.TemporaryDirectory(dir=FOLDER) as disk:
            times = medians(rounds, {
                "load": partial(took, "load", ram), "open": partial(took, "open", ram), "disk": partial(took, "load", disk)})
        results |= {f"loading {count}: {work}": value for work, value in times.items()}
    return results | {name: statistics.median(values) for name, values in memory.items()}


# Ours by the probe's name, the dispatches that take about as long as Synapse's few.
EVENT_CALLS = {"check_event_for_spam": "event-spam", "check_event_allowed": "event-allowed", "on_new_event": "new-event"}


def synapse_chains(rounds, counts=(10, 100)):
    """Nanoseconds a dispatch of Synapse's real chains, in turns with ours."""
    python, results = synapse(), {}
    for count in counts:
        taken = {}
        for _ in range(rounds):
            command = [python, "-B", HERE / "peers/synapse_chains.py", count, 20_000 // count // 10]
            for name, value in json.loads(output(*command, stderr=subprocess.DEVNULL)).items():
                taken.setdefault(f"synapse {count}: {name}", []).append(value)
            for name, work in EVENT_CALLS.items():
                times = 2_000_000 // count
                value = probe(work, count, times)["nanoseconds"] / times
                taken.setdefault(f"gatehouse {count}: {name}", []).append(value)
        results |= {name: statistics.median(values) for name, values in taken.items()}
    return results


def bridge(rounds):
    """Microseconds of a call from inside Synapse's process, p50: the usual round of Tests/Synapse/latency.py, and the best."""
    text = output(synapse(), "-B", ROOT / "Tests/Synapse/latency.py", rounds)
    results = {}
    for what, best, usual in re.findall(r"^(.+?): p50 ([\d.]+) µs in the best round, ([\d.]+) µs in the usual", text, re.M):
        results |= {f"bridge: {what}": float(usual), f"bridge: {what}, best": float(best)}
    return results


RECORDING = ROOT / "Tests/Recordings/synapse-calls.jsonl"


def replay(rounds):
    """Calls a second on one core: the recording 60 times less the recording 10 times, without what starting costs."""
    lines = sum(1 for _ in RECORDING.open())
    rates = {}
    for name, arguments in {"plain": [], "expect": ["--expect"]}.items():
        def seconds(times):
            start = time.perf_counter()
            command = ["taskset", "-c", "0", HOST / "gatehouse", "replay", "--config", ROOT / "Plugins/gatehouse.yaml"]
            output(*command, *arguments, *[RECORDING] * times)
            return time.perf_counter() - start
        rates[f"replay: {name}"] = statistics.median(
            50 * lines / (seconds(60) - seconds(10)) for _ in range(rounds))
    return rates


def resident(process):
    """Kilobytes that a process holds in memory."""
    with open(f"/proc/{process.pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
