"""Runs every benchmark and prints one line for each: the ratio, and the most that it may be.

python -m benchmarks [NAME ...]
"""

from __future__ import annotations

import sys

from benchmarks import growth, reading, startup

BENCHMARKS = {"reading": reading.measure, "startup": startup.measure, "growth": growth.measure}


def main(names: list[str]) -> int:
    """Run the benchmarks named, or all; 1 where a ratio is over what it may be."""
    unknown = set(names) - set(BENCHMARKS)
    if unknown:
        print(f"no benchmark {', '.join(sorted(unknown))}; there are: {', '.join(BENCHMARKS)}")
        return 2
    over = False
    for name in names or BENCHMARKS:
        for ratio in BENCHMARKS[name]():
            print(ratio, flush=True)
            over = over or ratio.over
    return int(over)


sys.exit(main(sys.argv[1:]))
