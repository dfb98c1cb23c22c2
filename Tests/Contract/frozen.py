"""frozen.sha256: the headers' hashes, and the entries of CHANGES.md that they were recorded with.

Each header that differs from its recorded hash needs an entry of CHANGES.md that names it and that is not recorded yet.
Recording the new hashes uses that entry up. A recorded entry stays in CHANGES.md as it is: reworded it would pass for a
new one.
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


def names(entry, header):
    return f"`{header.split('/')[1]}`" in entry


def without_entry(contract):
    """Headers that differ from the recorded ones, and that no new entry of CHANGES.md names."""
    if not FILE.exists():
        return []
    old = recorded()[1]
    new = [entry for entry in entries(contract) if entry not in old]
    return [header for header in differing(contract) if not any(names(entry, header) for entry in new)]


def taken_back(contract):
    """Recorded entries that CHANGES.md has no longer."""
    now = entries(contract)
    return [entry for entry in recorded()[1] if entry not in now]


def objection(contract):
    """Why the headers may not be recorded as they are now, and what to do; None: they may."""
    if gone := taken_back(contract):
        return ("recorded entries that include/CHANGES.md has no longer:\n" + "\n".join(gone) +
                "\nPut them back word for word, and say what is new in a line of its own.")
    if missing := without_entry(contract):
        listed = ", ".join(f"`{header.split('/')[1]}`" for header in missing)
        return (f"changed without an entry in include/CHANGES.md: {listed}\n"
                "Add a line there, \"- YYYY-MM-DD: `HEADER.h`: what changed and why.\", that names each of them,\n"
                "then run `make contract-baseline`.")
    return None


def check(contract, report):
    changed = differing(contract)
    not_recorded = f"changed: {', '.join(changed)}\nRun `make contract-baseline`." if changed else None
    report.check("frozen: the headers are those of frozen.sha256", objection(contract) or not_recorded)


def write(contract):
    # A change uses up the entries that name its headers. One that is written ahead of its header stays new.
    old, changed = recorded()[1], differing(contract)
    known = [entry for entry in entries(contract) if entry in old or any(names(entry, name) for name in changed)]
    lines = ["# The contract's headers, and the entries of CHANGES.md that they were recorded with.",
             "# Made by `make contract-baseline`.",
             *(f"# {entry}" for entry in known),
             *(f"{digest}  {header}" for header, digest in hashes(contract).items())]
    FILE.write_text("\n".join(lines) + "\n")
