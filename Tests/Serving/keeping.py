"""What a server writes down: decisions and the log."""

import json
import os
import stat
import subprocess

from server import JOIN, JOINING, Server, scripted

DENY = scripted("m", "spam_checker.user_may_join_room", {"deny_code": "M_X", "extra": {"error": "no"}})


def run(report, binary, folder):
    decisions(report, binary, folder / "decisions")
    log(report, binary, folder / "log")


def asked(binary, server, *options):
    command = [str(binary), "decisions", "--config", str(server.config), *options]
    return subprocess.run(command, capture_output=True, text=True)


def decisions(report, binary, folder):
    server = Server(binary, folder, [DENY], socket="s.sock", data_folder="data")
    with server:
        server.unix("POST", JOIN, JOINING, {"X-Request-Id": "one"})
        told = server.unix("GET", "/v1/decisions").json
        report.check("a refusal is kept", [entry["request_id"] for entry in told] == ["one"], str(told))
        shown = asked(binary, server, "--json")
        report.check("and shown while the server runs", json.loads(shown.stdout or "null") == told, shown.stdout + shown.stderr)
        mode = stat.S_IMODE(os.stat(folder / "data").st_mode)
        report.check("the data folder is the host's alone", mode == 0o700, oct(mode))
    server.start()
    server.said()
    server.process.kill()
    server.process.wait()
    shown = asked(binary, server, "--user", "@a:x", "--room", "!r:x", "--module", "m", "--since", "3600s")
    report.check("it outlives the server, as a line that says why",
                 shown.stdout.endswith(
                     "m refused spam_checker.user_may_join_room: M_X no; asked: m answered [@a:x !r:x]\n"),
                 shown.stdout + shown.stderr)
    report.check("others are not shown", asked(binary, server, "--user", "@z:x").stdout == "")
    until = {time: asked(binary, server, "--until", time).stdout.count("\n") for time in ("1ms", "3600s")}
    report.check("it can be asked for what is older", until == {"1ms": 1, "3600s": 0}, str(until))
    for option in ("--since", "--until"):
        told = asked(binary, server, option, "soon")
        report.check(f"{option} takes a duration and nothing else",
                     told.returncode == 2 and f"'soon' is invalid for '{option}" in told.stderr, told.stderr)
    damaged(report, binary, server)
    nowhere = Server(binary, folder / "nowhere")
    report.check("without a folder it says so", "[decisions.no-folder]" in asked(binary, nowhere).stderr)


def damaged(report, binary, server):
    """What was refused long ago keeps nobody from starting."""
    kept = server.folder / "data/decisions.sqlite"
    kept.write_bytes(b"no database" * 1000)
    shown = asked(binary, server)
    report.check("a damaged file is told, and who mends it",
                 shown.returncode == 1 and "Start a server" in shown.stderr, shown.stderr)
    with server:
        server.unix("POST", JOIN, JOINING, {"X-Request-Id": "two"})
        told = server.unix("GET", "/v1/decisions").json
        aside = kept.with_name("decisions.sqlite.damaged")
        good = [entry["request_id"] for entry in told] == ["two"] and b"no database" in aside.read_bytes()
        report.check("a server sets it aside, says so, and keeps decisions anew",
                     good and "decisions.sqlite.damaged" in server.text(), f"{told}\n{server.text()}")


def log(report, binary, folder):
    for form in ("text", "json"):
        server = Server(binary, folder / form, [DENY], socket="s.sock", log_format=form, log_level="debug")
        with server:
            server.unix("POST", JOIN, JOINING, {"X-Request-Id": "one"})
        lines = [line for line in server.text().splitlines() if "m refused" in line]
        report.check(f"one line of the {form} log tells who refused", len(lines) == 1, server.text())
        if form == "json":
            all_lines = [json.loads(line) for line in server.text().splitlines()]
            said = next(line for line in all_lines if line["message"].startswith("m refused"))
            report.check("as JSON each line is an object, with the request's id", said["request_id"] == "one", str(said))
            report.check("every request is one", any(line.get("status") == 200 for line in all_lines), server.text())
            loose = [line["message"] for line in all_lines if "ServiceLifecycle" in json.dumps(line)]
            report.check("and no line is about the server's own parts", not loose, str(loose))
