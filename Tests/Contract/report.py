"""Counts what passed and what failed."""


LONGEST = 30


class Report:
    def __init__(self):
        self.passed = self.failed = 0

    def check(self, name, problem=None, *, quiet=False):
        """`problem` says what is wrong and what to do; None alone is a pass. `quiet` prints failures only."""
        if problem is not None:
            self.failed += 1
            lines = problem.strip().splitlines()
            more = [f"... and {len(lines) - LONGEST} lines more"] if len(lines) > LONGEST else []
            print("\n         ".join([f"FAILED   {name}", *lines[:LONGEST], *more]))
        else:
            self.passed += 1
            if not quiet:
                self.note(name)

    def note(self, name):
        print(f"ok       {name}")

    def skip(self, name, reason):
        print(f"skipped  {name}: {reason}")

    def same_names(self, name, listed, present):
        lines = [f"missing: {item}" for item in sorted(present - listed)]
        lines += [f"gone from the headers: {item}" for item in sorted(listed - present)]
        self.check(name, "\n".join(lines + ["Run `make contract-baseline`."]) if lines else None)
