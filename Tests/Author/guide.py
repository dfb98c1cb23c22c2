"""The guide "Write a module" and the page that goes on with it, done step by step in an empty folder.

Of their fenced blocks, those in `sh` are run, in one shell. A block in another language is saved as the file that the
comment in its first line names, `/* doorkeeper.c */`; with `in` before the name it must stand in that file. A block of
`text` is what the commands before it printed: `...` stands for anything, and white space does not count.

The package of tests in Swift finds the checkout by its real path, takes the versions that it takes, and is built in its
own `.build`: what is built there already would take minutes again.
"""

import re
import shutil
import subprocess

DOCUMENTATION = "Sources/Gatehouse/Gatehouse.docc"
PAGES = ["WriteAModule.md", "TestInSwift.md"]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
NAMED = re.compile(r"^(?:// swift-tools-version: .*\n)?(?:/\*|#|//) (in )?([\w./-]+\.\w+)(?: \*/)?\n")
NEEDS = {"cpp": "c++", "swift": "swiftc", "rust": "rustc"}


class Step:
    def __init__(self, number, place, language, text):
        self.number, self.place, self.language, self.text = number, place, language, text
        named = NAMED.match(text) if language != "sh" else None
        self.file = named[2] if named else None
        self.is_excerpt = bool(named and named[1])

    @property
    def name(self):
        first = self.text.splitlines()[0].removesuffix("\\").strip()
        return f"{self.place}: {first}"

    @property
    def missing(self):
        """The toolchain that it needs and that is not here."""
        found = re.search(r"--language (\w+)", self.text)
        tool = NEEDS.get(found[1], "cc") if found else "swift" if "swift test" in self.text else "cc"
        return None if shutil.which(tool) else tool


def steps(root):
    found = []
    for page in PAGES:
        text = (root / DOCUMENTATION / page).read_text()
        for match in FENCE.finditer(text):
            line = text[:match.start()].count("\n") + 1
            found.append(Step(len(found), f"{page}:{line}", match[1], match[2]))
    return found


def script(commands):
    """One shell for all: what a step prints goes into a file of its own, and its end is noted in `done`."""
    parts = ["set -euo pipefail"]
    for step in commands:
        parts += [f'exec >"$STEPS/{step.number}" 2>&1', step.text, f'echo {step.number} >>"$STEPS/done"']
    return "\n".join(parts)


def matches(expected, printed):
    parts = ["".join(part.split()) for part in expected.split("...")]
    return re.fullmatch(".*".join(map(re.escape, parts)), "".join(printed.split()), re.S) is not None


def run(report, root, folder, environment):
    """`folder` is empty but for `gatehouse`, the checkout."""
    all_steps = steps(root)
    commands = [step for step in all_steps if step.language == "sh"]
    for step in [step for step in commands if step.missing]:
        report.skip(step.name, f"{step.missing} is not here")
        commands.remove(step)
    outputs = folder.parent / "steps"
    outputs.mkdir()
    for step in all_steps:
        if step.file and not step.is_excerpt:
            file = folder / step.file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(step.text.replace('path: "../gatehouse"', f'path: "{root}"'))
            if file.name == "Package.swift":
                shutil.copy(root / "Package.resolved", file.parent)
    variables = {"STEPS": str(outputs), "SWIFTPM_BUILD_DIR": str(root / ".build")}
    subprocess.run(["bash", "-c", script(commands)], cwd=folder, env=environment | variables, stdin=subprocess.DEVNULL)
    done = (outputs / "done").read_text().split() if (outputs / "done").exists() else []
    for step in commands:
        check_command(report, step, outputs / str(step.number), str(step.number) in done, all_steps)
    for step in all_steps:
        if step.is_excerpt:
            check_excerpt(report, step, folder / step.file)


def check_excerpt(report, step, file):
    wanted = step.text.split("\n", 1)[1].strip()  # without the line that names the file
    is_there = file.exists() and wanted in file.read_text()
    report.check(f"{step.place}: an excerpt of {step.file}", is_there, "It does not stand there.")


def check_command(report, step, output, is_done, all_steps):
    if not output.exists():
        return report.check(step.name, False, "It was not reached.")
    printed = output.read_text()
    if not is_done:
        return report.check(step.name, False, f"It failed. It printed:\n{printed}")
    following = all_steps[step.number + 1] if step.number + 1 < len(all_steps) else None
    if following and following.language == "text":
        details = f"The guide says:\n{following.text}\nIt printed:\n{printed}"
        return report.check(step.name, matches(following.text, printed), details)
    report.check(step.name, True)
