"""Counts what passed, what failed and what was skipped."""


class Report:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def check(self, name, holds, details=""):
        """`holds` alone decides; `details` are printed when it does not, and may be empty."""
        if holds:
            self.passed += 1
            print(f"ok       {name}", flush=True)
        else:
            self.failed += 1
            print("\n         ".join([f"FAILED   {name}", *details.strip().splitlines()[:40]]), flush=True)

    def skip(self, name, reason):
        self.skipped += 1
        print(f"skipped  {name}: {reason}", flush=True)

    def end(self):
        """The exit code. Nothing passed is no success."""
        print(f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped")
        return 0 if self.passed and not self.failed else 1
