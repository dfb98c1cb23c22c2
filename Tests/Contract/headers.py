"""Reads the contract out of its headers: which structs, constants and helpers there are."""

import re
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent

# In the headers' folder, but on one side only: nothing of it crosses between host and module.
NO_CONTRACT = {"testing.h"}


class HeaderError(Exception):
    """The headers hold something that these checks do not understand."""


class Contract:
    def __init__(self, include):
        self.include = Path(include).resolve()
        found = sorted((self.include / "gatehouse").glob("*.h"))
        self.headers = [header for header in found if header.name not in NO_CONTRACT]
        code = self._preprocessed()
        self.structs = self._structs(code)
        self.scalars = re.findall(r"typedef u?int\d+_t (gh_\w+);", code)
        self.calls = sorted(set(re.findall(r"void \*self, const (gh_\w+) \*call,", code)), key=list(self.structs).index)
        self.helpers = re.findall(r"static (?:inline|constexpr) [^;{}()]*?\b(gh_\w+)\(", code)
        text = "".join(header.read_text() for header in self.headers)
        self.constants = re.findall(r"^#define (GH_\w+) (?:\(\(u?int\d+_t\)|\(\(gh_|\d)", text, re.M)

    @property
    def version(self):
        """Major and minor, "1.0"."""
        base = (self.include / "gatehouse/base.h").read_text()
        return ".".join(re.search(rf"#define GH_{part} (\d+)", base)[1] for part in ("MAJOR", "MINOR"))

    @property
    def include_lines(self):
        return "".join(f"#include <gatehouse/{header.name}>\n" for header in self.headers)

    def _preprocessed(self):
        """What the headers themselves say, macros expanded, without what they include from elsewhere."""
        output = run(["gcc", "-E", "-std=c11", "-I", self.include, "-x", "c", "-"], input=self.include_lines)
        lines, is_ours = [], False
        for line in output.splitlines():
            if line.startswith("# "):
                is_ours = f'"{self.include}/gatehouse/' in line
            elif is_ours:
                lines.append(line)
        return re.sub(r"\s+", " ", re.sub(r"__attribute__\(\([^()]*(?:\([^()]*\))?\)\) ?", "", "\n".join(lines)))

    def _structs(self, code):
        if match := re.search(r"\b(enum|union) [^;]*", code):
            raise HeaderError(f"STYLE.md allows neither enum nor union: {match[0][:60]}")
        structs = {}
        for match in re.finditer(r"\bstruct (\w*) ?\{([^}]*)\}", code):
            name, body = match.groups()
            if not name.startswith("gh_") or "{" in body:
                raise HeaderError(f"a struct that is not a named gh_ struct of its own: {match[0][:60]}")
            structs[name] = [field for line in body.split(";") if line.strip() for field in declared(line)]
        return structs

    def layout(self):
        """Size and fields (name, offset, size) of each struct, and size of each scalar, as the compiler sees them."""
        lines = []
        for name in self.scalars:
            lines.append(f'printf("{name} %zu\\n", sizeof({name}));')
        for name, fields in self.structs.items():
            lines.append(f'printf("{name} %zu\\n", sizeof({name}));')
            for field in fields:
                lines.append(
                    f'printf("{name}.{field} %zu %zu\\n", offsetof({name}, {field}), sizeof((({name} *)0)->{field}));')
        program = f"#include <stdio.h>\n{self.include_lines}int main(void) {{\n" + "\n".join(lines) + "\n}\n"
        with tempfile.TemporaryDirectory() as folder:
            binary = Path(folder) / "layout"
            run(["gcc", "-std=c11", "-I", self.include, "-x", "c", "-o", binary, "-"], input=program)
            output = run([binary])
        return {line.split()[0]: [int(number) for number in line.split()[1:]] for line in output.splitlines()}


def declared(declaration):
    """The names that a field's declaration declares."""
    if function := re.search(r"\(\*(\w+)\)", declaration):
        return [function[1]]
    return [re.search(r"(\w+) ?(?:\[\w+\] ?)?$", part.strip())[1] for part in declaration.split(",")]


def run(command, **options):
    """Runs a command that has to succeed, and returns its output."""
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    if result.returncode != 0:
        raise HeaderError(f"{command[0]} failed:\n{result.stderr}")
    return result.stdout
