"""What reading everything costs, beside what quantulum3 needs for the figures alone.

Both get the same sentences in the same run: those of the example articles. Needs the extra
`benchmarks`.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

from benchmarks.ratios import Ratio, cpu_of
from claims.reading import read
from sources.readers import read_path, read_text

EXAMPLES = Path(__file__).parent.parent / "examples"


def measure() -> Iterator[Ratio]:
    """CPU seconds for all sentences of the example articles."""
    from quantulum3 import parser

    logging.getLogger("quantulum3").setLevel(logging.ERROR)
    texts = [read_path(path).text for path in sorted(EXAMPLES.glob("*.txt"))]
    readings = [read(read_text(text)) for text in texts]
    sentences = [reading.quote(claim) for reading in readings for claim in reading.statements]

    ours = cpu_of(lambda: [read(read_text(text)) for text in texts])
    theirs = cpu_of(lambda: [parser.parse(sentence) for sentence in sentences])
    what = f"reading {len(sentences)} sentences whole, beside quantulum3 for their figures"
    yield Ratio(what, ours, theirs, most=0.2)
