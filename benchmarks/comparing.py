"""How relating figures grows: 1,000 of 100 quantities and 10,000 of 1,000, each as a whole process."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.ratios import Ratio, cpu_and_memory_of

TIMES = 10
"""How often each quantity is given."""

MONTHS = ["January", "March", "April", "June", "September"]


def measure() -> Iterator[Ratio]:
    """CPU seconds of `factdesk compare`; ten times the figures may cost twelve times as much."""
    with TemporaryDirectory() as folder:
        small, large = (_compare(Path(folder), quantities) for quantities in (100, 1_000))
    yield Ratio("comparing 10,000 figures of 1,000 quantities beside 1,000 of 100", large, small, most=12)


def _compare(folder: Path, quantities: int) -> float:
    path = folder / f"statements-{quantities}.jsonl"
    lines = [
        json.dumps({"id": f"{quantity}-{time}", "text": _statement(quantity, time)})
        for time in range(TIMES)
        for quantity in range(quantities)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "cli", "compare", str(path), "--out", str(folder / "out.json")]
    return cpu_and_memory_of(command)[0]


def _statement(quantity: int, time: int) -> str:
    """The nth giving of a quantity: most agree, some are rounded, one in ten differs."""
    value = quantity * 7 + 113 + (time == TIMES - 1) * 20
    place = f"Fellmoor{_letters(quantity)}"
    match time % 5:
        case 0:
            return f"In {place}, {value} people were killed in the storm."
        case 1:
            return f"The storm killed about {value} people in {place}, police said."
        case 2:
            return f"Police in {place} put the death toll of the storm in {MONTHS[time % 5]} at {value}."
        case 3:
            return f"At least {value} people died in {place}."
        case _:
            return f"{value} people lost their lives in {place} when the storm came."


def _letters(number: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in str(number))
