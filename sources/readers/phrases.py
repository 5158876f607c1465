"""The word lists of the readers: what is page furniture, and what begins a caption.

The lists are data files that a fact-checker can read and mend; this module loads each once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_MOST_WORDS = 16
_LONGEST = 160
_SPACE = re.compile(r"\s+")
_CLOSING = " \t.:!»>›→…-–—"
_OPENING = " \t«<‹←-–—"


@dataclass(frozen=True, slots=True)
class Phrases:
    """Whole lines, and beginnings of lines."""

    lines: frozenset[str]
    beginnings: tuple[str, ...]


def is_furniture(words: str) -> bool:
    """Whether a line is part of the page and not of the article ("Leave a comment")."""
    if len(words) > _LONGEST or words.count(" ") >= _MOST_WORDS:
        return False
    folded = _folded(words)
    furniture = _furniture()
    return folded.strip(_CLOSING + _OPENING) in furniture.lines or folded.startswith(furniture.beginnings)


def is_caption(words: str) -> bool:
    """Whether a line begins as a caption or a picture credit does ("Photo: …")."""
    return bool(_captions().match(words))


def is_source_heading(words: str) -> bool:
    """Whether a heading stands over a list of sources."""
    return _folded(words).strip(_CLOSING) in _source_headings()


@cache
def name_particles() -> frozenset[str]:
    """The small words that stand inside a name without a capital ("of", "van")."""
    return frozenset(word_list("name_particles.txt"))


@cache
def _source_headings() -> frozenset[str]:
    return frozenset(word_list("source_headings.txt"))


@cache
def _furniture() -> Phrases:
    listed = word_list("furniture.txt")
    return Phrases(
        lines=frozenset(phrase.rstrip("…").strip(_CLOSING) for phrase in listed),
        beginnings=tuple(phrase[:-1] for phrase in listed if phrase.endswith("…")),
    )


@cache
def _captions() -> re.Pattern[str]:
    listed = (re.escape(phrase).replace(r"\#", r"\d{1,3}\b") for phrase in word_list("captions.txt"))
    bounded = (phrase + (r"\b" if phrase[-1].isalpha() else "") for phrase in listed)
    return re.compile("|".join(bounded), re.IGNORECASE)


def word_list(name: str) -> list[str]:
    """The entries of one data file, in lower case; blank lines and comments left out."""
    text = files("sources.readers").joinpath("data", name).read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return [_folded(line) for line in lines if line and not line.startswith("# ")]


def _folded(words: str) -> str:
    return _SPACE.sub(" ", words.replace("'", "’")).strip().casefold()
