"""Runs a module's cases: loads the module with a host binary and compares what comes out.

A module's JSON file beside its source says what must come out:

    {"registered": {"version": "1.0.0", ...},       members of `gatehouse modules --json`
     "cases": [
       {"call": "spam_checker.user_may_join_room", "arguments": {...}, "config": {...},
        "expect": {...},                            members of `gatehouse call --json --explain`
        "says": ["..."]},                           texts on standard error
       {"config": {...}, "refused": ["..."]}]}      the configuration is refused with these texts

Members that are not named are not compared: a later host may tell more.
"""

import json
import subprocess
import tempfile
from pathlib import Path

from headers import ROOT, HeaderError


class Host:
    def __init__(self, binary):
        built = [path for kind in ("debug", "release") if (path := ROOT / f".build/{kind}/gatehouse").exists()]
        if not binary and not built:
            raise HeaderError("there is no host to load modules with: swift build --product gatehouse")
        self.binary = Path(binary).resolve() if binary else max(built, key=lambda path: path.stat().st_mtime)

    def run(self, module, config, *command):
        entry = {"module": str(module)} if config is None else {"module": str(module), "config": config}
        with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
            json.dump({"modules": [entry], "allow_writable_paths": True}, file)
            file.flush()
            command = [self.binary, *command, "--json", "--config", file.name]
            try:
                return subprocess.run(command, capture_output=True, text=True, timeout=30)
            except subprocess.TimeoutExpired:
                return subprocess.CompletedProcess(command, -1, "", "it was still running after 30 seconds")


def check(host, library, cases, name, report):
    """Counts a check for the registration and one for each case."""
    failed = report.failed
    report.check(f"{name}: registered", registered(host, library, cases), quiet=True)
    for number, case in enumerate(cases["cases"], 1):
        what = case.get("call", "refused")
        report.check(f"{name}: case {number}, {what}", problem(host, library, cases, case), quiet=True)
    if report.failed == failed:
        report.note(f"{name}: registered, and {len(cases['cases'])} cases")


def registered(host, library, cases):
    config = cases["cases"][0].get("config")
    return compared(host.run(library, config, "modules"), [cases["registered"]])


def problem(host, library, cases, case):
    config = case.get("config")
    if texts := case.get("refused"):
        # Loading makes the instances; it comes before the arguments are looked at.
        result = host.run(library, config, "call", cases["registered"]["callbacks"][0], "--arguments", "{}")
        unsaid = [text for text in texts if text not in result.stderr]
        return f"expected a refusal with {unsaid}, got: {shown(result)}" if unsaid or result.returncode == 0 else None
    result = host.run(
        library, config, "call", case["call"], "--arguments", json.dumps(case["arguments"]), "--explain")
    unsaid = [text for text in case.get("says", []) if text not in result.stderr]
    return f"not said: {unsaid}\n{shown(result)}" if unsaid else compared(result, case["expect"])


def compared(result, expected):
    try:
        got = json.loads(result.stdout)
    except ValueError:
        return f"no JSON came out: {shown(result)}"
    return None if holds(expected, got) else f"expected {json.dumps(expected)}\n{shown(result)}"


def holds(expected, got):
    """Is all that is expected there? Objects inside of answers are compared whole but for trails."""
    if isinstance(expected, dict) and isinstance(got, dict):
        return all(
            key in got and (holds(value, got[key]) if key == "trail" else value == got[key])
            for key, value in expected.items())
    if isinstance(expected, list) and isinstance(got, list) and len(expected) == len(got):
        return all(map(holds, expected, got))
    return expected == got


def shown(result):
    return f"got {result.stdout.strip() or result.returncode}\n{result.stderr.strip()}"
