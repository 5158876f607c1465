"""What a sentence states, as far as a claim and a quote can be set side by side by it.

Figures and dates are read as everywhere; names are the words that stand with capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claims.reading import read
from claims.reading.dates import DateMention, find_dates
from claims.reading.languages import is_known
from claims.reading.names import name_of_run, spelled_out
from claims.reading.record import Figure
from claims.reading.word_classes import CALENDAR, CLOSED, NEGATIONS
from sources.blocks import Block, BlockKind, CanonicalText, Metadata

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_DENIALS = NEGATIONS | {
    "no",
    "none",
    "nobody",
    "nothing",
    "neither",
    "nor",
    "without",
    "cannot",
    "denied",
    "denies",
    "false",
    "untrue",
}
_GENITIVES = ("'s", "’s")
_FEWEST_IN_TITLE = 3


@dataclass(frozen=True, slots=True)
class Facts:
    """The figures, dates with their words, names, denying words and all words of a sentence."""

    figures: tuple[Figure, ...]
    dates: tuple[tuple[str, DateMention], ...]
    names: tuple[str, ...]
    denials: tuple[str, ...]
    words: frozenset[str]


@lru_cache(maxsize=4096)
def facts_of(text: str, language: str | None) -> Facts:
    """What a sentence states; in a language that the rules don't know, its written figures alone."""
    block = Block(BlockKind.PARAGRAPH, 0, len(text))
    reading = read(CanonicalText(text, (block,), Metadata(language=language), "anchoring"))
    figures = tuple(figure for one in reading.statements for figure in one.figures if not figure.derived)
    words = frozenset(_bare(word) for word in _WORD.findall(text))
    if not is_known(language):
        return Facts(figures, (), (), (), words)
    dates = find_dates(text, 0, len(text))
    counted = [(figure.start, figure.end) for figure in figures]
    return Facts(
        figures=figures,
        dates=tuple((text[date.start : date.end], date) for date in dates),
        names=tuple(_names(text, {word for date in dates for word in text[date.start : date.end].split()})),
        denials=tuple(_denials(text, counted)),
        words=words,
    )


def _names(text: str, dated: set[str]) -> Iterator[str]:
    """The names of a sentence in its order; none where every word has a capital, as in a headline."""
    if _is_title(text):
        return
    spelled = spelled_out(text)
    runs = [run for group in spelled.runs.values() for run, _ in group]
    found = {name for run in runs if (name := _name(run, dated))}
    taken = {_bare(word) for run in runs for word in run.split()}
    found |= {word for word in spelled.proper if word not in taken | dated and not _is_common(word)}
    yield from sorted(found, key=lambda name: (text.find(name), name))


def _name(run: str, dated: set[str]) -> str | None:
    """The name in a run of capitalised words, without its titles."""
    known = name_of_run(run, "")
    words = [_bare(word) for word in (known.words if known else run).split()]
    while words and _is_common(words[0]):
        del words[0]
    return " ".join(words) if words and dated.isdisjoint(words) else None


def _is_common(word: str) -> bool:
    return word.casefold() in CLOSED or word.casefold() in CALENDAR or len(word) < 2


def _is_title(text: str) -> bool:
    """Whether every word that is no function word has a capital."""
    words = [word for word in _WORD.findall(text) if word[0].isalpha() and word.casefold() not in CLOSED]
    return len(words) >= _FEWEST_IN_TITLE and all(word[0].isupper() for word in words)


def _denials(text: str, counted: list[tuple[int, int]]) -> Iterator[str]:
    """The words that deny something; "no" that counts, as in "no passengers", is a figure."""
    for found in _WORD.finditer(text):
        word = found[0].casefold().replace("’", "'")
        inside = any(start <= found.start() < end for start, end in counted)
        if not inside and (word in _DENIALS or word.endswith("n't")):
            yield found[0]


def _bare(word: str) -> str:
    return word.rstrip(".").removesuffix(_GENITIVES[0]).removesuffix(_GENITIVES[1])
