"""What passes for an entry of a changed header, and what does not: each test has headers and a CHANGES.md of its own."""

import tempfile
import types
import unittest
from pathlib import Path
from unittest import mock

import frozen
from report import Report

FIRST = "- 2026-01-01: `a.h`: how it began."


class FrozenTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.include = Path(folder.name)
        patch = mock.patch.object(frozen, "FILE", self.include / "frozen.sha256")
        patch.start()
        self.addCleanup(patch.stop)
        self.header("a.h", "int a;")
        self.header("b.h", "int b;")
        self.changes(FIRST)
        frozen.write(self.contract)

    @property
    def contract(self):
        return types.SimpleNamespace(include=self.include, headers=sorted(self.include.glob("*.h")))

    def header(self, name, text):
        (self.include / name).write_text(text)

    def changes(self, *entries):
        (self.include / "CHANGES.md").write_text("\n".join(["# Changes", "", *entries]) + "\n")

    def fails(self):
        """Does the check of what is recorded fail?"""
        report = Report()
        with mock.patch("builtins.print"):
            frozen.check(self.contract, report)
        return report.failed == 1

    def test_headers_as_recorded_pass(self):
        self.assertFalse(self.fails())

    def test_a_changed_header_needs_an_entry_that_names_it(self):
        self.header("a.h", "long a;")
        self.assertIn("without an entry in include/CHANGES.md: `a.h`", frozen.objection(self.contract))
        self.changes(FIRST, "- 2026-01-02: `b.h`: is another one.", "- 2026-01-02: a.h: not in backticks.", "`a.h`: undated")
        self.assertIn("`a.h`", frozen.objection(self.contract))
        self.changes(FIRST, "- 2026-01-02: `b.h`,\n  `a.h`: on the line that continues it.")
        self.assertIsNone(frozen.objection(self.contract))

    def test_a_header_that_comes_or_goes_needs_an_entry(self):
        self.header("c.h", "int c;")
        (self.include / "b.h").unlink()
        self.assertIn("`b.h`, `c.h`", frozen.objection(self.contract))

    def test_an_entry_serves_one_change(self):
        self.header("a.h", "long a;")
        self.changes(FIRST, "- 2026-01-02: `a.h`: longer.")
        self.assertTrue(self.fails())
        frozen.write(self.contract)
        self.assertFalse(self.fails())
        self.header("a.h", "short a;")
        self.assertIn("`a.h`", frozen.objection(self.contract))

    def test_an_old_entry_in_new_words_is_no_new_one(self):
        self.header("a.h", "long a;")
        self.changes("- 2026-01-01: `a.h`: how it all began.")
        self.assertIn(FIRST, frozen.objection(self.contract))
        self.changes("- 2026-01-01: `a.h`: how it all began.", FIRST)
        self.assertIsNone(frozen.objection(self.contract))

    def test_a_recorded_entry_may_not_go_while_no_header_changes(self):
        self.changes("- 2026-01-01: `a.h`: how it all began.")
        self.assertTrue(self.fails())

    def test_an_entry_may_be_written_ahead_of_its_header(self):
        self.changes(FIRST, "- 2026-01-02: `b.h`: comes later.")
        frozen.write(self.contract)
        self.header("b.h", "long b;")
        self.assertIsNone(frozen.objection(self.contract))


if __name__ == "__main__":
    unittest.main()
