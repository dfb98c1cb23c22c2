"""Measures `gatehouse serve` over a Unix socket beside a constant route of the same HTTP server, and a Python server.

The load shares the machine's cores with them."""

import json
import statistics
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from building import HERE, HOST, MODULES, aiohttp, install
from processes import resident

CALL = "/v1/call/spam_checker/user_may_join_room"
BODY = {"user_id": "@aaaaa:example.org", "room_id": "!rrrrrrrrrrrrrrrrrr:example.org", "is_invited": False}
CLIENTS = 32


def serving(rounds, seconds=3, modules=10):
    install("nghttp2-client", "curl")
    with tempfile.TemporaryDirectory(prefix="gatehouse-bench-") as name, servers(Path(name), modules) as running:
        folder, results = Path(name), {}
        (folder / "body").write_text(json.dumps(BODY))
        rates = {name: [] for name in running}
        for _ in range(rounds):
            for server in running:
                rates[server].append(rate(folder, server, seconds))
        for server, values in rates.items():
            results[f"serve: {server}"] = statistics.median(values)
            half = results[f"serve: {server}"] / 2
            results[f"serve p99: {server}"] = statistics.median(p99(folder, server, half, seconds) for _ in range(rounds))
        results["serve resident: gatehouse"] = resident(running["gatehouse"])
        return results


@contextmanager
def servers(folder, modules):
    config = folder / "gatehouse.yaml"
    entries = [{"module": f"m{number:04}", "config": {"users": 1000}} for number in range(modules)]
    config.write_text(json.dumps(
        {"module_path": [str(MODULES)], "allow_writable_paths": True, "modules": entries}))
    running = {}
    try:
        start(running, folder, "gatehouse", [HOST / "gatehouse", "serve", "--config", config, "--listen",
                                             f"unix:{folder}/gatehouse"])
        answer = answered(folder, "gatehouse")
        start(running, folder, "constant", [HOST / "ConstantServer", folder / "constant", answer])
        start(running, folder, "python", [aiohttp(), "-B", HERE / "peers/python_server.py", folder / "python", answer])
        yield running
    finally:
        for process in running.values():
            process.terminate()
        for process in running.values():
            process.wait()


def start(running, folder, name, command):
    running[name] = subprocess.Popen([str(part) for part in command], stderr=(folder / f"{name}.log").open("w"))
    answered(folder, name)


def answered(folder, name):
    command = ["curl", "--silent", "--fail", "--unix-socket", folder / name, "--json", json.dumps(BODY), f"http://x{CALL}"]
    for _ in range(200):
        asked = subprocess.run([str(part) for part in command], capture_output=True, text=True)
        if asked.returncode == 0:
            return asked.stdout
        time.sleep(0.05)
    raise RuntimeError(f"{name} does not answer: {(folder / f'{name}.log').read_text()}")


def load(folder, server, *arguments):
    command = ["h2load", "--h1", "-t1", f"-c{CLIENTS}", "-d", folder / "body", "-H", "content-type: application/json",
               "-B", f"unix:{folder / server}", *arguments, CALL]
    text = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True).stdout
    codes = next(line for line in text.splitlines() if line.startswith("status codes:"))
    if not codes.endswith("0 3xx, 0 4xx, 0 5xx"):
        raise RuntimeError(text)
    return text


def rate(folder, server, seconds):
    text = load(folder, server, "-D", seconds)
    return float(next(line.split(",")[1].split()[0] for line in text.splitlines() if line.startswith("finished in")))


def p99(folder, server, per_second, seconds):
    """Milliseconds that 99 of 100 calls take at most at this load."""
    log = folder / "log"
    log.unlink(missing_ok=True)
    load(folder, server, "-n", int(per_second * seconds), "--rps", per_second / CLIENTS, f"--log-file={log}")
    times = sorted(int(line.split()[2]) for line in log.open())
    return times[len(times) * 99 // 100] / 1000
