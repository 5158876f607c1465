"""The word lists of the readers: what is page furniture, and what begins a caption.

The lists are data files that a fact-checker can read and mend; this module loads each once.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_LONGEST = 400
_CLOSING = " \t.:!»>›→…-–—"
_OPENING = " \t«<‹←-–—"


def is_furniture(words: str) -> bool:
    """Whether a line is part of the page and not of the article ("Leave a comment")."""
    if len(words) > _LONGEST:
        return False
    folded = _folded(words).strip(_CLOSING + _OPENING)
    return folded in _whole_lines() or bool(_patterns().fullmatch(folded))


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
def _whole_lines() -> frozenset[str]:
    listed = word_list("furniture.txt")
    return frozenset(phrase.strip(_CLOSING + _OPENING) for phrase in listed if "…" not in phrase.rstrip("…"))


@cache
def _patterns() -> re.Pattern[str]:
    """The phrases with a gap ("…") in them, as one pattern."""
    listed = (phrase for phrase in word_list("furniture.txt") if "…" in phrase)
    gapped = (re.escape(phrase).replace("…", f".{{0,{_LONGEST}}}") for phrase in listed)
    return re.compile(rf"\A(?:{'|'.join(gapped)})")


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
    return " ".join(words.replace("'", "’").casefold().split())
