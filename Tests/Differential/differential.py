"""Random chains through Synapse's real classes and through Gatehouse: result, who was asked, and in which order.

A chain is known by its seed and number: --first 17 --chains 1 plays number 17 again. --case plays one that is given."""

import argparse
import json
import logging
import sys
import time

from cases import draw
from comparison import Comparison
from differences import NAMES
from gatehouse import Gatehouse

BATCH = 500
SECONDS_BETWEEN_NEWS = 60


def main():
    options = parse()
    logging.disable(logging.CRITICAL)  # Synapse warns of each invalid answer.
    began = time.monotonic()
    with Gatehouse(options.conformance, options.modules) as gatehouse:
        comparison = Comparison(gatehouse)
        if options.case:
            comparison.run([json.loads(options.case)])
        else:
            compare(comparison, options)
    report(comparison, options, time.monotonic() - began)
    sys.exit(1 if comparison.found else 0)


def compare(comparison, options):
    told, end = time.monotonic(), options.first + options.chains
    for first in range(options.first, end, BATCH):
        comparison.run([draw(options.seed, number) for number in range(first, min(first + BATCH, end))])
        if time.monotonic() - told > SECONDS_BETWEEN_NEWS:
            told = time.monotonic()
            print(f"{comparison.callbacks.total()} chains so far", file=sys.stderr, flush=True)


def report(comparison, options, seconds):
    for name in NAMES:
        print(f"{comparison.listed[name]:>8} {name}")
    print(
        f"{comparison.callbacks.total()} chains over {len(comparison.callbacks)} callbacks, seed {options.seed}, in "
        f"{seconds:.0f} s: {comparison.listed.total()} listed differences, {comparison.found} others")


def parse():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("conformance", help="the conformance command")
    parser.add_argument("modules", help="the folder of the scripted module")
    parser.add_argument("--chains", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--case", help="one chain case, as JSON")
    return parser.parse_args()


if __name__ == "__main__":
    main()
