"""The words of a sentence and what can be told of each without a parser.

It knows closed-class words, capitals and punctuation, and no grammar beyond that. Places are
word numbers; the phrases that words make up are found in `noun_phrases.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from claims.reading import word_classes as classes
from claims.reading.quotations import Quotation
from claims.reading.record import Span

QUOTE = "“”"
"""The one word that stands for a whole quotation."""

Stretch = tuple[int, int]
"""`[first, last)` in word numbers of a sentence."""

_WORD = re.compile(r"--|\w[\w-]*|['’](?:s|t|re|ve|ll|d|m)\b|\S")
_PADDING = 4
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


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one sentence: where each stands, in lower case, whether it begins with a capital.

    A quotation counts as one word, `QUOTE`. A few empty words stand behind the last, so that
    looking ahead needs no check; `count` leaves them out.
    """

    starts: list[int]
    ends: list[int]
    low: list[str]
    capital: list[bool]
    count: int

    def span(self, stretch: Stretch) -> Span:
        """The place of a stretch of words in the document."""
        return self.starts[stretch[0]], self.ends[stretch[1] - 1]


def words_of(text: str, start: int, end: int, quotations: Sequence[Quotation]) -> Words:
    """The words of `text[start:end]`, every quotation folded into one."""
    words = Words([], [], [], [], 0)
    at = start
    for quotation in quotations:
        _add_words(words, text, at, quotation.start)
        _add(words, QUOTE, max(start, quotation.start), min(end, quotation.end))
        at = quotation.end
    _add_words(words, text, at, end)
    count = len(words.low)
    for _ in range(_PADDING):
        _add(words, "", end, end)
    return Words(words.starts, words.ends, words.low, words.capital, count)


def _add_words(words: Words, text: str, start: int, end: int) -> None:
    for match in _WORD.finditer(text, start, max(start, end)):
        first, last = match.span()
        low, capital = _folded(match[0])
        words.starts.append(first)
        words.ends.append(last)
        words.low.append(low)
        words.capital.append(capital)


@lru_cache(maxsize=20_000)
def _folded(word: str) -> tuple[str, bool]:
    """A word in small letters, and whether it begins with a capital."""
    return "—" if word == "--" else word.lower().replace("’", "'"), word[0].isupper()


def _add(words: Words, word: str, start: int, end: int) -> None:
    words.starts.append(start)
    words.ends.append(end)
    words.low.append(word)
    words.capital.append(False)


def is_adverb(word: str) -> bool:
    """True for a word that may stand between a subject and its verb."""
    return word in classes.ADVERBS or (word.endswith("ly") and len(word) > 4)


def is_verb_like(words: Words, place: int) -> bool:
    """True for a word that is most likely a finite verb."""
    word = words.low[place]
    if words.capital[place] or (word == "'s" and words.low[place - 1] not in _SHORTENED_BEHIND):
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
