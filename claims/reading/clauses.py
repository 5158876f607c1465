"""The words of a sentence and what can be told of each without a parser.

It knows closed-class words, capitals and punctuation, and no grammar beyond that. Places are
word numbers; the phrases that words make up are found in `noun_phrases.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from claims.reading import word_classes as classes
from claims.reading.quotations import Quotation
from claims.reading.record import Span

QUOTE = "“”"
"""The one word that stands for a whole quotation."""

Stretch = tuple[int, int]
"""`[first, last)` in word numbers of a sentence."""

_WORD = re.compile(r"(\d\d*(?:[.,]\d+)+|\w[\w-]*+|['’](?:s|t|re|ve|ll|d|m)\b|--|\S)")
"""Parts a text into words and what stands between them."""

_PADDING = [""] * 4
_SHORTENED_BEHIND = classes.PRONOUNS | {"that", "there", "here", "who", "what", "where", "this"}
"""Words behind which "'s" is "is" or "has"; behind others it is most likely a possessive."""
_FAR = 150
"""So many words of a stretch are looked at for a verb."""

BREAKS = frozenset(',;:()—–-[]…?!•/|<>“”„«»"')
MARKS = frozenset({",", "—", "–", "?", "!"})
"""Marks that may part a speaker from the words credited to them."""

JOINS = frozenset({"and", "but", "then"})
"""Words that join a verb to one before it whose subject it shares."""

SUBORDINATE = frozenset(
    {"after", "before", "when", "while", "since", "until", "as", "because", "although", "though"}
    | {"once", "despite", "if"}
)
"""Words that begin a clause which tells when or why, and not what was said."""

CONTRASTS = frozenset({"and", "but", "while", "although", "though", "whereas", "or", "yet", "because", "so"})


@dataclass
class Words:
    """The words of one sentence, as written and in lower case.

    A quotation counts as one word, `QUOTE`. A few empty words stand behind the last, so that
    looking ahead needs no check; `count` leaves them out. `pieces` are the words as they stand,
    each between what stands before and behind it.
    """

    text: str
    start: int
    pieces: list[str]
    written: list[str]
    low: list[str]
    count: int

    def span(self, stretch: Stretch) -> Span:
        """The place of a stretch of words in the document."""
        return self._edges[2 * stretch[0] + 1], self._edges[2 * stretch[1]]

    def is_capital(self, place: int) -> bool:
        """Whether a word begins with a capital."""
        return self.written[place][:1].isupper()

    @cached_property
    def _edges(self) -> list[int]:
        """Where each piece begins, and the last one ends; where nobody is credited, nobody asks."""
        return list(accumulate(map(len, self.pieces), initial=self.start))


def words_of(text: str, start: int, end: int, quotations: Sequence[Quotation]) -> Words:
    """The words of `text[start:end]`, every quotation folded into one."""
    pieces: list[str] = []
    written: list[str] = []
    at = start
    for quotation in quotations:
        before = _WORD.split(text[at : quotation.start])
        pieces += [*before, text[max(start, quotation.start) : min(end, quotation.end)]]
        written += [*before[1::2], QUOTE]
        at = quotation.end
    behind = _WORD.split(text[at:end])
    pieces += behind
    written += behind[1::2]
    low = " ".join(written).lower().replace("’", "'").split()
    if "--" in low:
        low = ["—" if word == "--" else word for word in low]
    return Words(text, start, pieces, written + _PADDING, low + _PADDING, len(written))


def is_adverb(word: str) -> bool:
    """True for a word that may stand between a subject and its verb."""
    return word in classes.ADVERBS or (word.endswith("ly") and len(word) > 4)


def is_verb_like(words: Words, place: int) -> bool:
    """True for a word that is most likely a finite verb."""
    word = words.low[place]
    if words.is_capital(place) or (word == "'s" and words.low[place - 1] not in _SHORTENED_BEHIND):
        return False
    return (
        word in classes.AUXILIARIES or word in classes.PAST_FORMS or (word.endswith("ed") and len(word) > 3)
    )


def is_present(words: Words, place: int) -> bool:
    """True for "marks a", "plans to": a word in -s before a determiner or "to"."""
    word, following = words.low[place], words.low[place + 1]
    if not word.endswith("s") or word.endswith("ss") or word in classes.CLOSED:
        return False
    return following in classes.DETERMINERS or following in ("to", "not")


def has_verb(words: Words, stretch: Stretch) -> bool:
    """True where a stretch most likely holds a finite verb among its first words."""
    first, last = stretch
    return any(is_verb_like(words, place) for place in range(first, min(last, first + _FAR)))
