"""Builds and installs what is measured and what it is measured beside."""

import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FOLDER = ROOT / "build/benchmarks"
MODULES = FOLDER / "modules"
TWINS = FOLDER / "twins"
RELEASE = FOLDER / "package/release"
# Of the main package, which has the server.
HOST = ROOT / ".build/release"
COUNTER = FOLDER / "counter.so"
DEBIAN = ["build-essential", "libffi-dev", "libsimdjson-dev", "libsqlite3-dev", "libaprutil1-dev", "valgrind"]
PACKAGE = ["--package-path", HERE, "--scratch-path", FOLDER / "package"]
# In the module's data; each copy has another number in its place.
MARK = b"GATEHOUSE_NUMBER"


def run(*command, **options):
    return subprocess.run([str(part) for part in command], check=True, cwd=ROOT, **options)


def output(*command, **options):
    return run(*command, stdout=subprocess.PIPE, text=True, **options).stdout


def install(*packages):
    run(ROOT / ".ci/install", *packages)


def build(product):
    """A product of the package of benchmarks, in release."""
    install(*DEBIAN)
    run("swift", "build", "-c", "release", *PACKAGE, "--product", product)


def build_host():
    """The host, the constant route beside it, and the example modules."""
    run("make", "--silent", "modules")
    for product in ("gatehouse", "ConstantServer"):
        run("swift", "build", "-c", "release", "--product", product)


def build_modules(count):
    """The module of benchmarks, compiled once, and copied with a number of its own each time: so they are `count`
    libraries with `count` distinct callbacks."""
    MODULES.mkdir(parents=True, exist_ok=True)
    first = FOLDER / "module.so"
    run("cc", "-std=c11", "-O2", "-fPIC", "-shared", "-fvisibility=hidden", "-Wall", "-Wextra", "-Werror",
        "-I", ROOT / "include", "-o", first, HERE / "Module/module.c")
    content = first.read_bytes()
    if content.count(MARK) != 1:
        raise RuntimeError("the module's number cannot be found")
    for number in range(count):
        path = MODULES / f"m{number:04}.so"
        copy = content.replace(MARK, f"{number:016}".encode())
        if not path.exists() or path.read_bytes() != copy:
            path.write_bytes(copy)


def build_twins():
    """The same module in C and in C++, each in a folder of its own under the name of the first."""
    for language, compiler in {"c": ["cc", "-std=c11", "-D_GNU_SOURCE"], "cpp": ["c++", "-std=c++17"]}.items():
        (TWINS / language).mkdir(parents=True, exist_ok=True)
        run(*compiler, "-O2", "-fPIC", "-shared", "-fvisibility=hidden", "-Wall", "-Wextra", "-Werror",
            "-I", ROOT / "include", "-o", TWINS / language / "m0000.so", HERE / f"Twins/twin.{language}")


def build_counter():
    run("cc", "-std=c11", "-O2", "-fPIC", "-shared", "-o", COUNTER, HERE / "Counter/counter.c", "-ldl")


def synapse():
    """The Python of an environment with Synapse."""
    return output(ROOT / "Tests/Synapse/venv").strip()


def aiohttp():
    """The Python of an environment with aiohttp."""
    environment = FOLDER / "aiohttp-venv"
    python = environment / "bin/python"
    if not (environment / "complete").exists():
        run("python3", "-m", "venv", "--clear", environment)
        run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "aiohttp==3.*")
        (environment / "complete").touch()
    return python
