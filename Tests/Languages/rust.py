"""Modules in Rust by each rustc that is here, since they have to work with old ones, and with both ways to panic."""

import json
import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INVITE = {"inviter": "@panic:x", "invitee": "@a:x", "room_id": "!r:x"}


def paths():
    """A PATH for each rustc, in which that one is found first."""
    folders = {os.path.realpath(shutil.which("rustc", path=folder)): folder
               for folder in os.environ["PATH"].split(":") if shutil.which("rustc", path=folder)}
    return [f"{folder}:{os.environ['PATH']}" for folder in folders.values()]


def run(test):
    for number, path in enumerate(paths()):
        environment = {**os.environ, "PATH": path, "RUST_BACKTRACE": "0", "GATEHOUSE_INCLUDE": str(ROOT / "include")}
        compiler = subprocess.run(["rustc", "--version"], env=environment, capture_output=True, text=True).stdout.strip()
        rust = Rust(test, compiler, environment, test.folder / f"rust-{number}")
        rust.unwinds()
        rust.aborts()
        rust.template()


class Rust:
    def __init__(self, test, compiler, environment, folder):
        self.test, self.compiler, self.environment, self.folder = test, compiler, environment, folder
        folder.mkdir()

    def check(self, name, is_good, detail):
        self.test.check(f"{self.compiler}: {name}", is_good, detail)

    def build(self, panic):
        """The module that panics when it is told to; the arguments that name its configuration."""
        source = ROOT / "Tests/Languages/faulty-rust/module.rs"
        built = subprocess.run(
            ["rustc", "--edition", "2021", "--crate-type", "cdylib", "-O", "-C", f"panic={panic}", "--crate-name",
             "faulty_rust", "-o", self.folder / f"{panic}.so", source],
            env=self.environment, capture_output=True, text=True)
        self.check(f"panic={panic}, built", built.returncode == 0, built.stderr)
        module = {"module": str(self.folder / f"{panic}.so"), "name": "faulty_rust"}
        return self.test.config(f"{self.folder.name}-{panic}", [module])

    def unwinds(self):
        outcome, _, output = self.test.call(self.build("unwind"), "spam_checker.user_may_invite", INVITE)
        self.check("a panic is a failure", "a panic: told to by @panic:x" in outcome.get("fail", ""), output)

    def aborts(self):
        """A panic ends the process; `check` tells of one that comes while it looks."""
        config = self.build("abort")
        called = self.test.run(
            "call", "--config", config, "spam_checker.user_may_invite", "--arguments", json.dumps(INVITE))
        self.check("a panic aborts", called.returncode == -6, f"exit {called.returncode}\n{called.stdout}{called.stderr}")
        entries = json.loads(config.read_text())
        entries["modules"][0]["config"] = {"panic": 1}
        config.write_text(json.dumps(entries))
        looked = self.test.run("check", "--json", "--config", config)
        problem = json.loads(looked.stdout)["modules"][0]["problems"][0]
        found = problem["code"], problem["stage"], problem["signal"]
        is_good = found == ("module.check.crashed", "configure", "SIGABRT") and "a panic in create" in problem["stderr"]
        self.check("check tells of a panic that aborts", is_good, looked.stdout)

    def template(self):
        """What `gatehouse new` writes passes its own test."""
        made = subprocess.run([self.test.host, "new", "door", "--language", "rust"], cwd=self.folder,
                              capture_output=True, text=True)
        tested = subprocess.run(["make", "-C", self.folder / "door", "test"], env=self.environment,
                                capture_output=True, text=True)
        is_good = made.returncode == 0 and tested.returncode == 0 and "door: 5 checks, 0 failed" in tested.stdout
        self.check("gatehouse new, make test", is_good, made.stderr + tested.stdout + tested.stderr)
