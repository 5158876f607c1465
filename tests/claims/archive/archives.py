"""Made-up archives, written as files."""

from __future__ import annotations

import csv
import random
from collections.abc import Sequence
from pathlib import Path

Row = tuple[str, ...]

HEADER = ("source", "object", "attribute", "value", "time", "copied_from")


def awkward(seed: int = 1, *, objects: int = 150) -> list[Row]:
    """Numbers and words, late corrections, copies, rows that can't be used, and names that need quoting."""
    chance = random.Random(seed)
    rows: list[Row] = []
    for number in range(objects):
        name = chance.choice(["place {}", 'the "old" place, {}', "place\n{}", "Ort {} in Böblingen"]).format(
            number
        )
        truth = chance.randrange(1000)
        for source in "ABCDEFG":
            value = str(truth if chance.random() < 0.8 else chance.randrange(1000))
            day = f"2025-02-{chance.randrange(1, 29):02}"
            rows.append((source, name, "count", value, day, chance.choice(["", "", "", "A"])))
            rows.append((source, name, "town", f"town {value}", chance.choice([day, "", "soon"]), ""))
        rows.append(
            (chance.choice("ABC"), name, "count", chance.choice(["", "dozens", "1,200", "1e18"]), "", "")
        )
    return rows


def written(file: Path, rows: Sequence[Row], *, header: Row = HEADER, line_end: str = "\n") -> Path:
    """The rows as a CSV file."""
    with file.open("w", newline="", encoding="utf-8") as text:
        csv.writer(text, lineterminator=line_end).writerows([header, *rows])
    return file
