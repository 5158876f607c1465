"""What reading everything costs, beside what quantulum3 needs for the figures alone.

Both get the same sentences in the same run: those of the example articles, of an article made up
for the benchmark of growth, and of the corpus of the tests. Needs the extra `benchmarks`.
"""

from __future__ import annotations

import logging
import tomllib
from collections.abc import Iterator
from pathlib import Path

from benchmarks.growth import made_up_article
from benchmarks.ratios import Ratio, cpu_in_turn
from claims.reading import read
from sources.readers import read_path, read_text

ROOT = Path(__file__).parent.parent
EXAMPLES = ("*.txt", "*.html", "*.docx", "*.pdf")
CASES = ("figures.toml", "attributions.toml")
_TOGETHER = 24
"""So many cases of the corpus make one text, as an article has so many sentences."""


def measure() -> Iterator[Ratio]:
    """CPU seconds for all sentences of our own."""
    from quantulum3 import parser

    logging.getLogger("quantulum3").setLevel(logging.ERROR)
    texts = [*_examples(), made_up_article(400), *_corpus()]
    readings = [read(read_text(text)) for text in texts]
    sentences = [reading.quote(claim) for reading in readings for claim in reading.statements]

    ours, theirs = cpu_in_turn(
        lambda: [read(read_text(text)) for text in texts],
        lambda: [parser.parse(sentence) for sentence in sentences],
    )
    what = f"reading {len(sentences)} sentences whole, beside quantulum3 for their figures"
    yield Ratio(what, ours, theirs, most=1 / 9)


def _examples() -> list[str]:
    folder = ROOT / "examples"
    return [read_path(path).text for pattern in EXAMPLES for path in sorted(folder.glob(pattern))]


def _corpus() -> list[str]:
    files = (ROOT / "tests" / "corpus" / name for name in CASES)
    cases = [case["text"] for file in files for case in tomllib.loads(file.read_text("utf-8"))["case"]]
    return ["\n\n".join(cases[first : first + _TOGETHER]) for first in range(0, len(cases), _TOGETHER)]
