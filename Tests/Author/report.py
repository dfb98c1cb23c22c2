"""Counts what passed, what failed and what was skipped."""


class Report:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def check(self, name, problem=None):
        """`problem` says what is wrong; None or empty is a pass."""
        if not problem:
            self.passed += 1
            print(f"ok       {name}", flush=True)
        else:
            self.failed += 1
            print("\n         ".join([f"FAILED   {name}", *problem.strip().splitlines()[:40]]), flush=True)

    def skip(self, name, reason):
        self.skipped += 1
        print(f"skipped  {name}: {reason}", flush=True)

    def end(self):
        """The exit code."""
        print(f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped")
        return 1 if self.failed else 0
