#!/usr/bin/env python3
"""Checks the contract's promise, or records what it is. Usage: contract.py check [HOST] | baseline | museum"""

import argparse
import sys

import frozen
import layout
import minors
import museum
import surface
from cases import Host
from headers import ROOT, Contract, HeaderError
from report import Report


def check(include, binary):
    report = Report()
    try:
        check_all(Contract(include), Host(binary), report)
    except HeaderError as error:
        report.check("the checks could run", repr(error))
    print(f"{report.passed} passed, {report.failed} failed")
    return report.failed == 0


def check_all(contract, host, report):
    frozen.check(contract, report)
    layout.check(contract, report)
    if museum.is_here(report, "surface and museum"):
        surface.check(contract, report)
        museum.check(host, report)
    minors.check(contract, host, report)


def baseline(contract):
    if objection := frozen.objection(contract):
        print(objection, file=sys.stderr)
        return False
    layout.FILE.write_text(layout.generate(contract))
    surface.FILE.write_text(surface.generate(contract))
    surface.write_baseline(contract)
    frozen.write(contract)
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("action", choices=["check", "baseline", "museum"])
    parser.add_argument("host", nargs="?", help="the gatehouse binary; else the one that was built last")
    parser.add_argument("--include", default=ROOT / "include", help="the headers' folder")
    options = parser.parse_args()
    if options.action == "check":
        return check(options.include, options.host)
    try:
        return {"baseline": baseline, "museum": museum.build}[options.action](Contract(options.include))
    except HeaderError as error:
        print(error, file=sys.stderr)
        return False


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
