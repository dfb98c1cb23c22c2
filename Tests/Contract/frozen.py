"""frozen.sha256: the headers' hashes, and the entries of CHANGES.md that they were recorded with.

Each header that differs from its recorded hash needs an entry of CHANGES.md that names it and that is not recorded yet.
Recording the new hashes uses that entry up.
"""

import hashlib
import re

from headers import HERE

FILE = HERE / "frozen.sha256"


def hashes(contract):
    return {f"gatehouse/{header.name}": hashlib.sha256(header.read_bytes()).hexdigest() for header in contract.headers}


def entries(contract):
    """A dated line, with what continues it."""
    text = re.sub(r"\n  +", " ", (contract.include / "CHANGES.md").read_text())
    return re.findall(r"^- \d{4}-\d\d-\d\d: .*", text, re.M)


def recorded():
    """Hashes by header, and entries."""
    lines = FILE.read_text().splitlines() if FILE.exists() else []
    known = {line.split()[1]: line.split()[0] for line in lines if line and not line.startswith("#")}
    return known, [line[2:] for line in lines if line.startswith("# - ")]


def differing(contract):
    known, now = recorded()[0], hashes(contract)
    return sorted(name for name in known.keys() | now.keys() if known.get(name) != now.get(name))


def without_entry(contract):
    """Headers that differ from the recorded ones, and that no new entry of CHANGES.md names."""
    old = recorded()[1]
    new = [entry for entry in entries(contract) if entry not in old]
    return [name for name in differing(contract) if not any(f"`{name.split('/')[1]}`" in entry for entry in new)]


def demand(names):
    """What to do about headers without an entry."""
    listed = ", ".join(f"`{name.split('/')[1]}`" for name in names)
    return (f"changed without an entry in include/CHANGES.md: {listed}\n"
            "Add a line there, \"- YYYY-MM-DD: `HEADER.h`: what changed and why.\", that names each of them,\n"
            "then run `make contract-baseline`.")


def check(contract, report):
    name = "frozen: the headers are those of frozen.sha256"
    if missing := without_entry(contract):
        return report.check(name, demand(missing))
    changed = differing(contract)
    report.check(name, f"changed: {', '.join(changed)}\nRun `make contract-baseline`." if changed else None)


def write(contract):
    # Entries are used up only by a header that changed: one that is written ahead of its header stays new.
    known = entries(contract) if differing(contract) or not FILE.exists() else recorded()[1]
    lines = ["# The contract's headers and the entries of CHANGES.md that they were recorded with.",
             "# Made by `make contract-baseline`; check it with: cd include && sha256sum -c FILE",
             *(f"# {entry}" for entry in known),
             *(f"{digest}  {header}" for header, digest in hashes(contract).items())]
    FILE.write_text("\n".join(lines) + "\n")
