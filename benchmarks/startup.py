"""How fast `factdesk --help` answers, beside a Python that does nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from statistics import median

from benchmarks.ratios import Ratio, cpu_and_memory_of

ROUNDS = 7


def measure() -> Iterator[Ratio]:
    """CPU seconds of whole processes, in turn, so that a noisy moment hits both."""
    helped, bare = [], []
    for _ in range(ROUNDS):
        helped.append(cpu_and_memory_of([sys.executable, "-m", "cli", "--help"])[0])
        bare.append(cpu_and_memory_of([sys.executable, "-c", "pass"])[0])
    yield Ratio("factdesk --help beside python -c pass", median(helped), median(bare), most=8)
