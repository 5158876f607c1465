"""How checking and reading grow with the length of a document, each measured as a whole process."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.ratios import Ratio, cpu_and_memory_of

MEGABYTE = 1_000_000
NOUNS = [
    "houses",
    "bridges",
    "patients",
    "schools",
    "boats",
    "letters",
    "trees",
    "workers",
    "voters",
    "fires",
]
PLACES = [
    "Arden",
    "Belmont",
    "Corrie",
    "Dunmore",
    "Elstow",
    "Farley",
    "Garstang",
    "Hexham",
    "Ilkley",
    "Jarrow",
]


def measure() -> Iterator[Ratio]:
    """CPU seconds and peak memory; ten times the text may cost eleven times as much, or twelve at 10 MB."""
    with TemporaryDirectory() as folder:
        small, large = (_check(Path(folder), sentences) for sentences in (1_000, 10_000))
    yield Ratio("checking 10,000 sentences beside 1,000, CPU", large[0], small[0], most=11)
    yield Ratio("checking 10,000 sentences beside 1,000, memory", large[1], small[1], most=11, unit="MiB")
    with TemporaryDirectory() as folder:
        small, large = (_read(Path(folder), length) for length in (MEGABYTE, 10 * MEGABYTE))
    yield Ratio("reading 10 MB beside 1 MB, CPU", large[0], small[0], most=12)
    yield Ratio("reading 10 MB beside 1 MB, memory", large[1], small[1], most=12, unit="MiB")


def _read(folder: Path, length: int) -> tuple[float, float]:
    article = folder / f"article-{length}.txt"
    article.write_text(made_up_article(length // 50)[:length], encoding="utf-8")
    return cpu_and_memory_of([sys.executable, "-m", "cli", "read", str(article)])


def _check(folder: Path, sentences: int) -> tuple[float, float]:
    article = folder / f"article-{sentences}.txt"
    article.write_text(made_up_article(sentences), encoding="utf-8")
    command = [sys.executable, "-m", "cli", "--db", str(folder / f"{sentences}.db"), "check", str(article)]
    return cpu_and_memory_of([*command, "--out", str(folder / f"{sentences}.html")], allowed=(0, 1))


def made_up_article(sentences: int) -> str:
    """An article of so many sentences, with figures that agree, speakers, hedges and headings."""
    paragraphs = ["The year in the county"]
    for start in range(0, sentences, 8):
        if start % 80 == 0:
            paragraphs.append(f"Week {start // 80 + 1}")
        paragraphs.append(" ".join(_sentence(number) for number in range(start, min(start + 8, sentences))))
    return "\n\n".join(paragraphs) + "\n"


def _sentence(number: int) -> str:
    noun, place = NOUNS[number % 10], PLACES[number // 10 % 10]
    match number % 8:
        case 0:
            return f"The council counted {number % 997 + 3} {noun} in {place}."
        case 1:
            return f"“We saw it coming,” said Ada Marsh, who leads the office in {place}."
        case 2:
            return f"About {number % 89 + 11} per cent of the {noun} were repaired by 12 March 2024."
        case 3:
            return "Whether that holds could not be independently verified."
        case 4:
            return f"According to the {place} office, 123 {noun} were moved after the flood."
        case 5:
            return f"Of those, 114 {noun} reached {place}."
        case 6:
            return f"The office expects to spend £{number % 50 + 1}.5 million on the {noun}."
        case _:
            return f"People in {place} remember the year differently."
