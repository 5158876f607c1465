"""Made-up observations as a CSV file of strings."""

from __future__ import annotations

from pathlib import Path

AN_ITEM = 10
SOURCES = 1_000
AT_ONCE = 500_000


def write(file: Path, rows: int) -> None:
    """So many rows of a thousand sources, ten an object, seven in ten of them right."""
    import numpy as np

    chance = np.random.default_rng(1)
    items = rows // AN_ITEM
    truth = chance.integers(0, 100_000, items)
    with file.open("w", encoding="utf-8") as text:
        text.write("source,object,attribute,value,time\n")
        for start in range(0, rows, AT_ONCE):
            count = min(AT_ONCE, rows - start)
            item = chance.integers(0, items, count)
            value = np.where(chance.random(count) < 0.7, truth[item], chance.integers(0, 100_000, count))
            source, month, day = (chance.integers(1, most + 1, count) for most in (SOURCES, 12, 28))
            columns = (column.tolist() for column in (source, item, value, month, day))
            text.writelines(
                f"www.source-{source}.example,object number {item},population,{value},"
                f"2025-{month:02}-{day:02}T12:00:00\n"
                for source, item, value, month, day in zip(*columns, strict=True)
            )
