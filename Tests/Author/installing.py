"""`make install` and `make uninstall`, and what `gatehouse new` refuses."""

import os
import re
import shutil
import subprocess
from pathlib import Path

FILES = ["bin/gatehouse", "include/gatehouse/gatehouse.h", "include/gatehouse/gatehouse.hpp",
         "include/gatehouse/testing.h", "include/gatehouse/testing/expect.h", "include/gatehouse/module.modulemap",
         "lib/pkgconfig/gatehouse.pc", "lib/systemd/system/gatehouse.service", "lib/systemd/system/gatehouse.socket",
         "share/man/man1/gatehouse.1", "share/bash-completion/completions/gatehouse",
         "share/zsh/site-functions/_gatehouse", "share/fish/vendor_completions.d/gatehouse.fish"]


def make(root, target, destination, binary):
    return subprocess.run(["make", "-C", root, target, "PREFIX=/opt/gatehouse", f"DESTDIR={destination}",
                           f"BINARY={binary}"], text=True, capture_output=True)


def files_below(folder):
    return sorted(str(path.relative_to(folder)) for path in Path(folder).rglob("*") if not path.is_dir())


def run(report, root, host, folder):
    made = make(root, "install", folder, host)
    prefix = folder / "opt/gatehouse"
    missing = [name for name in FILES if not (prefix / name).exists()]
    report.check("make install DESTDIR=", made.returncode == 0 and not missing, made.stderr + "\n".join(missing))
    headers = files_below(prefix / "include")
    expected = sorted([name for name in files_below(root / "include") if name.startswith("gatehouse/")
                       and name.endswith((".h", ".hpp"))] + ["gatehouse/module.modulemap"])
    report.check("make install: all headers", headers == expected, f"{headers}\n{expected}")
    check_package(report, prefix, host)
    check_manual(report, prefix, host)
    check_units(report, prefix, host, folder / "units")
    (prefix / "lib/gatehouse/modules/mine.so").write_text("")
    gone = make(root, "uninstall", folder, host)
    left = files_below(folder)
    good = gone.returncode == 0 and left == ["opt/gatehouse/lib/gatehouse/modules/mine.so"]
    report.check("make uninstall leaves other people's modules", good, f"left: {left}\n{gone.stderr}")


def check_package(report, prefix, host):
    environment = os.environ | {"PKG_CONFIG_PATH": str(prefix / "lib/pkgconfig")}

    def ask(*question):
        return subprocess.run(["pkg-config", *question, "gatehouse"], text=True, capture_output=True,
                              env=environment).stdout.strip()

    version = subprocess.run([host, "--version"], text=True, capture_output=True).stdout.strip()
    found = ask("--cflags"), ask("--modversion"), ask("--variable=moduledir")
    wanted = "-I/opt/gatehouse/include", version, "/opt/gatehouse/lib/gatehouse/modules"
    report.check("gatehouse.pc", found == wanted and version != "", f"{found}\n{wanted}")


def check_manual(report, prefix, host):
    page = prefix / "share/man/man1/gatehouse.1"
    help_text = subprocess.run([host, "--help"], text=True, capture_output=True).stdout
    commands = re.findall(r"^  ([a-z]+) ", help_text.split("SUBCOMMANDS:")[1], re.M)
    missing = [command for command in commands if f".SS {command}\n" not in page.read_text()]
    report.check("gatehouse.1 has every command", len(commands) > 5 and not missing, f"{commands}\nmissing: {missing}")
    if not shutil.which("groff"):
        return report.skip("gatehouse.1 is a manual page", "groff is not here")
    ran = subprocess.run(["groff", "-man", "-ww", "-Tutf8", page], capture_output=True, text=True)
    report.check("gatehouse.1 is a manual page", ran.returncode == 0 and ran.stderr == "", ran.stderr)


def check_units(report, prefix, host, folder):
    """systemd reads them, and finds the program: here it lies elsewhere than they say."""
    if not shutil.which("systemd-analyze"):
        return report.skip("the units are units of systemd", "systemd-analyze is not here")
    folder.mkdir()
    for unit in (prefix / "lib/systemd/system").iterdir():
        text = unit.read_text()
        (folder / unit.name).write_text(text.replace("/opt/gatehouse/bin/gatehouse", str(host)))
    units = sorted(folder.iterdir())
    ran = subprocess.run(["systemd-analyze", "verify", "--man=no", *units], text=True, capture_output=True)
    told = [line for line in (ran.stdout + ran.stderr).splitlines() if "gatehouse" in line]
    report.check("the units are units of systemd", len(units) == 2 and ran.returncode == 0 and not told,
                 f"{units}\n{ran.stdout}{ran.stderr}")
    shutil.rmtree(folder)


# Arguments of `gatehouse new`, the exit code, and what it says.
REFUSALS = [
    (["taken", "--language", "c"], 1, "/taken exists already"),
    (["Door", "--language", "c"], 2, "begin with a letter: door."),
    (["../door", "--language", "c"], 2, "begin with a letter: door."),
    (["a b", "--language", "c"], 2, "begin with a letter: a-b."),
    (["", "--language", "c"], 2, "does not begin with a small letter"),
    (["a" * 65, "--language", "c"], 2, "more than 64 letters"),
    (["door", "--language", "cobol"], 2, "'c', 'cpp', 'swift' or 'rust'"),
    (["door"], 2, "--language"),
]


def check_refusals(report, host, folder):
    (folder / "taken").mkdir()
    for arguments, status, words in REFUSALS:
        ran = subprocess.run([host, "new", *arguments], cwd=folder, text=True, capture_output=True)
        good = ran.returncode == status and words in ran.stderr and files_below(folder) == []
        report.check(f"gatehouse new {' '.join(arguments)[:30]!r} is refused",
                     good, f"exit code {ran.returncode}: {ran.stderr}{files_below(folder)}")
