"""Words that are rated: read as one claim, however many sentences they have, and told apart from others.

Values in, values out. That the words can be checked is not read in them: a person has chosen them.
"""

from __future__ import annotations

from dataclasses import replace

from claims.anchoring.folding import folded
from claims.importing.statements import Sent, read_statements
from claims.reading.record import Reading

READER = "words/1"
_LONGEST_NAME = 26
_LONGEST_TITLE = 100


def read_wording(wording: str, *, language: str | None = None) -> Reading:
    """A text of exactly these words that is one claim, with what is read in all of its sentences."""
    reading = read_statements([Sent(wording)], title=_cut(wording, _LONGEST_TITLE), language=language)
    [claim] = reading.statements
    return replace(
        reading,
        source=replace(reading.source, reader=READER),
        statements=(claim._replace(checkable=True, why_not=None),),
    )


def name_for(wording: str) -> str:
    """The first words, as many as make a name that can still be typed."""
    return _cut(wording, _LONGEST_NAME).removesuffix("…")


def is_same_wording(one: str, other: str) -> bool:
    """Whether two wordings are the same but for layout, capitals, and a stop or marks around them."""
    return _key(one) == _key(other)


def _key(wording: str) -> str:
    return folded(wording).text.casefold().strip(" .\"'")


def _cut(words: str, characters: int) -> str:
    line = " ".join(words.split())
    if len(line) <= characters:
        return line
    return line[:characters].rsplit(" ", 1)[0] + "…"
