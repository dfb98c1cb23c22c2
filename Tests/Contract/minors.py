"""Modules of a newer minor, built with a doctored copy of the headers, and of an older one, with shorter records."""

import json
import re
import shutil

import cases
from headers import HERE, ROOT, HeaderError, run

FOLDER = HERE / "Minors"
BUILD = ROOT / "build"

# What a newer minor may do: add at the end of records, tables and arguments. File, struct, lines.
ADDITIONS = [
    ("module.h", "gh_module", "gh_str newer_text;\n    gh_outcome (*newer_entry)(void *self);"),
    ("spam_checker.h", "gh_spam_checker_callbacks",
     "gh_outcome (*newer_callback)(void *self, const gh_user_may_join_room *call, gh_verdict_reply *reply);"),
    ("spam_checker.h", "gh_user_may_join_room", "gh_str newer_text;\n    gh_bool newer_flag;"),
    ("event.h", "gh_event", "gh_str newer_text;"),
    ("reply.h", "gh_reply_functions", "gh_outcome (*newer_answer)(gh_reply *reply, gh_str text);"),
    ("host.h", "gh_host", "int64_t (*newer_function)(const gh_host *host);"),
]


def doctor(contract):
    """Makes the newer headers. Returns their version and folder."""
    major, minor = contract.version.split(".")
    version = f"{major}.{int(minor) + 1}"
    folder = BUILD / f"contract-{version}"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(contract.include, folder)
    replace(folder, "base.h", rf"(#define GH_MINOR ){minor}\b", rf"\g<1>{int(minor) + 1}")
    for file, struct, lines in ADDITIONS:
        replace(folder, file, rf"(?s)(struct {struct} \{{.*?)\n\}}", rf"\1\n    {lines}\n}}")
    return version, folder


def replace(folder, file, pattern, replacement):
    path = folder / "gatehouse" / file
    text, count = re.subn(pattern, replacement, path.read_text())
    if count != 1:
        raise HeaderError(f"minors.py found {pattern} {count} times in {file}")
    path.write_text(text)


def check(contract, host, report):
    version, newer = doctor(contract)
    check_module("newer", version, newer, host, report)
    check_module("older", contract.version, contract.include, host, report)


def check_module(name, version, include, host, report):
    try:
        library = build(name, include)
    except HeaderError as error:
        return report.check(f"{name} minor: it compiles", repr(error))
    expected = json.loads((FOLDER / f"{name}.json").read_text())
    expected["registered"]["contract"] = version
    cases.check(host, library, expected, f"{name} minor", report)


def build(name, include):
    library = BUILD / f"contract/{name}.so"
    library.parent.mkdir(parents=True, exist_ok=True)
    run(["gcc", "-std=c11", "-O2", "-fPIC", "-shared", "-fvisibility=hidden", "-Wall", "-Wextra", "-Werror",
         "-I", include, "-o", library, FOLDER / f"{name}.c"])
    return library
