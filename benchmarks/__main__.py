"""Runs every benchmark and prints one line for each: the ratio, and the most that it may be.

python -m benchmarks [NAME ...]
"""

from __future__ import annotations

import sys

from benchmarks import (
    capturing,
    claim_pages,
    comparing,
    fusion,
    growth,
    judging,
    matching,
    reading,
    revising,
    searching,
    spark,
    startup,
)

BENCHMARKS = {
    "reading": reading.measure,
    "startup": startup.measure,
    "growth": growth.measure,
    "comparing": comparing.measure,
    "capturing": capturing.measure,
    "judging": judging.measure,
    "claim-pages": claim_pages.measure,
    "revising": revising.measure,
    "matching": matching.measure,
    "searching": searching.measure,
}
LONG = {
    "fusion": fusion.measure,
    "spark": spark.measure,
    "million": matching.measure_million,
    "searching-million": searching.measure_million,
}
"""Only run when named: minutes long, with 10 million observations or a million claims."""


def main(names: list[str]) -> int:
    """Run the benchmarks named, or all that are quick; 1 where a ratio is over what it may be."""
    known = BENCHMARKS | LONG
    unknown = set(names) - set(known)
    if unknown:
        print(f"no benchmark {', '.join(sorted(unknown))}; there are: {', '.join(known)}")
        return 2
    over = False
    for name in names or BENCHMARKS:
        for ratio in known[name]():
            print(ratio, flush=True)
            over = over or ratio.over
    return int(over)


sys.exit(main(sys.argv[1:]))
