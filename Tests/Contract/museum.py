"""The museum: module binaries as they were built for each version of the contract. Every later host runs them."""

import hashlib
import json
import platform

import cases
from headers import HERE, HeaderError, run

MUSEUM = HERE / "Museum"
FLAGS = ["-std=c11", "-Os", "-fPIC", "-shared", "-fvisibility=hidden", "-s", "-Wl,--build-id=none",
         "-Wl,-z,noseparate-code", "-Wall", "-Wextra", "-Wpedantic", "-Werror"]
LARGEST = 20_000


def is_here(report, name):
    """The binaries and the baseline are of one machine."""
    if platform.machine() == "x86_64":
        return True
    report.skip(name, f"made for x86_64, and this is {platform.machine()}")
    return False


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def build(contract):
    """Makes the binaries of the current version anew. A version that is released is closed."""
    room = MUSEUM / contract.version
    if not room.exists():
        raise HeaderError(f"{room} is missing: make it with a copy of the last one's sources, cases and manifest")
    manifest = json.loads((room / "manifest.json").read_text())
    if manifest["released"]:
        print(f"{room}: released, its binaries stay as they are")
        return False
    sources = sorted(room.glob("*.c"))
    for source in sources:
        run(["gcc", *FLAGS, f"-ffile-prefix-map={room}=.", "-I", contract.include, "-o", source.with_suffix(".so"),
             source])
    manifest["sha256"] = {path.name: digest(path) for path in sorted([*sources, *room.glob("*.so")])}
    (room / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")
    return True


def check(host, report):
    for room in sorted(folder for folder in MUSEUM.iterdir() if folder.is_dir()):
        hashes = json.loads((room / "manifest.json").read_text())["sha256"]
        kept = {path.name for path in [*room.glob("*.c"), *room.glob("*.so")]}
        report.same_names(f"museum {room.name}: the manifest lists what is there", set(hashes), kept)
        for library in sorted(room.glob("*.so")):
            name = f"museum {room.name}: {library.stem}"
            files = [library, library.with_suffix(".c")]
            wrong = [path.name for path in files if digest(path) != hashes.get(path.name)]
            report.check(f"{name}: hashes", f"not as in the manifest: {wrong}" if wrong else None, quiet=True)
            size = library.stat().st_size
            report.check(f"{name}: size", f"{size} bytes" if size > LARGEST else None, quiet=True)
            cases.check(host, library, json.loads(library.with_suffix(".json").read_text()), name, report)
