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


def measure() -> Iterator[Ratio]:
    """CPU seconds for the sentences of each kind of text."""
    from quantulum3 import parser

    logging.getLogger("quantulum3").setLevel(logging.ERROR)
    for what, texts in (("the examples", _examples()), ("news made up", _made_up()), ("the corpus", _corpus())):
        readings = [read(read_text(text)) for text in texts]
        sentences = [reading.quote(claim) for reading in readings for claim in reading.statements]
        ours, theirs = cpu_in_turn(
            lambda texts=texts: [read(read_text(text)) for text in texts],
            lambda sentences=sentences: [parser.parse(sentence) for sentence in sentences],
        )
        told = f"reading {len(sentences)} sentences of {what} whole, beside quantulum3 for their figures"
        yield Ratio(told, ours, theirs, most=1 / 9)


def _examples() -> list[str]:
    folder = ROOT / "examples"
    return [read_path(path).text for pattern in EXAMPLES for path in sorted(folder.glob(pattern))]


def _made_up() -> list[str]:
    return [made_up_article(400)]


def _corpus() -> list[str]:
    """The cases of the corpus as articles of two dozen sentences, so that none is a text of its own."""
    files = (ROOT / "tests" / "corpus" / name for name in CASES)
    cases = [case["text"] for file in files for case in tomllib.loads(file.read_text("utf-8"))["case"]]
    return ["\n\n".join(cases[first : first + 24]) for first in range(0, len(cases), 24)]
