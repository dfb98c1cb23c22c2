"""Measures `gatehouse serve` over a Unix socket and over loopback, beside a constant route of the same HTTP server, and a Python server.

The load shares the machine's cores with them."""

import json
import subprocess
import tempfile
import time
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from building import HERE, HOST, MODULES, aiohttp, install
from processes import medians, resident

CALL = "/v1/call/spam_checker/user_may_join_room"
BODY = {"user_id": "@aaaaa:example.org", "room_id": "!rrrrrrrrrrrrrrrrrr:example.org", "is_invited": False}
CLIENTS = 32
SOCKETS = ("gatehouse", "constant", "python")
# Of the same servers, for wrk, which knows no Unix sockets.
PORTS = {"gatehouse, loopback": 18008, "constant, loopback": 18009}


def serving(rounds, seconds=2, modules=10):
    install("nghttp2-client", "curl", "wrk")
    with tempfile.TemporaryDirectory(prefix="gatehouse-bench-") as name, servers(Path(name), modules) as gatehouse:
        folder = Path(name)
        (folder / "body").write_text(json.dumps(BODY))
        (folder / "call.lua").write_text(
            f"wrk.method = 'POST'\nwrk.body = '{json.dumps(BODY)}'\nwrk.headers['Content-Type'] = 'application/json'\n")
        measures = {f"serve: {server}": partial(rate, folder, server, seconds) for server in SOCKETS}
        measures |= {f"serve: {server}": partial(loopback_rate, folder, port, seconds) for server, port in PORTS.items()}
        results = medians(rounds, measures)
        half = results["serve: gatehouse"] / 2
        results |= medians(
            rounds, {f"serve p99: {server}": partial(p99, folder, server, half, seconds) for server in SOCKETS[:2]})
        return results | {"serve resident: gatehouse": resident(gatehouse)}


@contextmanager
def servers(folder, modules):
    """All servers, ready to answer; gives the process of ours."""
    config = folder / "gatehouse.yaml"
    entries = [{"module": f"m{number:04}", "config": {"users": 1000}} for number in range(modules)]
    listening = {"socket": str(folder / "gatehouse"), "listen": f"127.0.0.1:{PORTS['gatehouse, loopback']}"}
    config.write_text(json.dumps({
        "module_path": [str(MODULES)], "allow_writable_paths": True, "modules": entries} | listening))
    running = []
    try:
        running.append(start(folder, "gatehouse", HOST / "gatehouse", "serve", "--config", config))
        answer, constant = answered(folder, "gatehouse"), HOST / "ConstantServer"
        running.append(start(folder, "constant", constant, folder / "constant", answer))
        running.append(start(folder, "loopback", constant, PORTS["constant, loopback"], answer))
        running.append(start(folder, "python", aiohttp(), "-B", HERE / "peers/python_server.py", folder / "python", answer))
        answered(folder, "constant")
        answered(folder, "python")
        yield running[0]
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait()


def start(folder, name, *command):
    return subprocess.Popen([str(part) for part in command], stderr=(folder / f"{name}.log").open("w"))


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
               "-B", f"unix:{folder / server}", *arguments, f"http://x{CALL}"]
    text = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True).stdout
    codes = next(line for line in text.splitlines() if line.startswith("status codes:"))
    if not codes.endswith("0 3xx, 0 4xx, 0 5xx"):
        raise RuntimeError(text)
    return text


def rate(folder, server, seconds):
    text = load(folder, server, "-D", seconds)
    return float(next(line.split(",")[1].split()[0] for line in text.splitlines() if line.startswith("finished in")))


def loopback_rate(folder, port, seconds):
    command = ["wrk", "-t1", f"-c{CLIENTS}", f"-d{seconds}s", "-s", folder / "call.lua", f"http://127.0.0.1:{port}{CALL}"]
    text = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in text:
        raise RuntimeError(text)
    return float(next(line.split()[1] for line in text.splitlines() if line.startswith("Requests/sec")))


def p99(folder, server, per_second, seconds):
    """Milliseconds that 99 of 100 calls take at most at this load."""
    log = folder / "log"
    log.unlink(missing_ok=True)
    load(folder, server, "-n", int(per_second * seconds), "--rps", per_second / CLIENTS, f"--log-file={log}")
    times = sorted(int(line.split()[2]) for line in log.open())
    return times[len(times) * 99 // 100] / 1000
