"""One measured ratio, and how processes are timed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

QUIET = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]


@dataclass(frozen=True, slots=True)
class Ratio:
    """What was measured against what: `ours` and `reference` in the same unit, and the most allowed."""

    what: str
    ours: float
    reference: float
    most: float
    unit: str = "s"

    @property
    def over(self) -> bool:
        """Whether the ratio is more than it may be."""
        return self.ours > self.most * self.reference

    def __str__(self) -> str:
        ratio = self.ours / self.reference
        verdict = "OVER" if self.over else "ok"
        figures = f"{self.ours:.3g} {self.unit} / {self.reference:.3g} {self.unit}"
        return f"{verdict:4} {ratio:7.3f}  (at most {self.most:.3g})  {self.what}: {figures}"


def cpu_in_turn(*works: Callable[[], object], rounds: int = 5) -> list[float]:
    """CPU seconds of each call in this process: the least of some rounds, after one to warm up.

    The calls take turns, so that a busy machine is as hard on one as on the other.
    """
    least = [float("inf")] * len(works)
    for number in range(rounds + 1):
        for place, work in enumerate(works):
            started = time.process_time()
            work()
            if number > 0:
                least[place] = min(least[place], time.process_time() - started)
    return least


def cpu_and_memory_of(command: list[str], *, allowed: Sequence[int] = (0,)) -> tuple[float, float]:
    """CPU seconds and peak memory (MiB) of one process, as the system accounts for them.

    Raises `RuntimeError` where it ends with an exit status that is not `allowed`.
    """
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=QUIET)
    _, status, used = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) not in allowed:
        raise RuntimeError(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
