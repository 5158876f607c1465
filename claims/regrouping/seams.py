"""Finds where a claim is to be cut: before words that stand in it once, and where they stand later on.

Values in, values out. A cut falls before a word, never in a number or a word; punctuation that opens what
is behind it goes with that. Where the words can't be told for sure there is no cut, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from claims.reading.record import Span
from claims.reading.wordlists import load_words
from claims.revising.wording import as_read

_BEGINNING, _MOST = 3, 12
"""So many words at the beginning of a part are looked for; more where they are not the only ones."""

_WORD = re.compile(r"\d++(?:[.,]\d++)*+|[^\W\d_]++(?:['’-][^\W\d_]++)*+")
_OPENING = frozenset("\"'“‘„‚«‹([{<$€£¥₹+−-~≈±≤≥#@§")
_NUMBERS = load_words("number_words") | load_words("scale_words")
_NUMBER = "#"


class Token(NamedTuple):
    """A word or number, as it reads in small letters, and where it stands."""

    key: str
    start: int
    end: int


def tokens_in(text: str, span: Span) -> list[Token]:
    """The words and numbers of a stretch of text."""
    found = _WORD.finditer(text, *span)
    return [Token(as_read(one.group()).casefold(), *one.span()) for one in found]


def seams_before(text: str, span: Span, words: str) -> list[int]:
    """Every place in a stretch of text at which `words` begin, layout and capitals apart."""
    wanted = tokens_in(words, (0, len(words)))
    there = tokens_in(text, span)
    lead = words[: wanted[0].start] if wanted else ""
    starts = _places([one.key for one in there], [one.key for one in wanted])
    return [_led(text, span, there, at, lead) for at in starts]


def parted(text: str, span: Span, seams: Iterable[int]) -> tuple[Span, ...]:
    """A stretch of text cut at some places, without the white space at the seams."""
    edges = [span[0], *sorted(set(seams)), span[1]]
    return tuple(_trimmed(text, start, end) for start, end in pairwise(edges))


def has_words(text: str, span: Span) -> bool:
    """Whether there is a word or number in a stretch of text."""
    return _WORD.search(text, *span) is not None


def cut_again(was: str, whole: Span, cuts: Sequence[Span], now: str, there: Span) -> tuple[Span, ...] | str:
    """Where the parts of a stretch of the text that `was` stand in the same stretch as it is `now`.

    Where that can't be told, the words with which the first part begins that is not found. A figure at
    the beginning of a part may have changed.
    """
    old, new = tokens_in(was, whole), tokens_in(now, there)
    same = as_read(was[slice(*whole)]) == as_read(now[slice(*there)]) and len(old) == len(new)
    seams = []
    for start, end in cuts[1:]:
        number = next(at for at, token in enumerate(old) if token.start >= start)
        at = number if same else _found_again(old, number, new)
        if at is None:
            return " ".join(was[start:end].split())
        seams.append(_led(now, there, new, at, was[start : old[number].start]))
    spans = parted(now, there, seams)
    if len(spans) != len(cuts) or seams != sorted(seams) or not all(has_words(now, one) for one in spans):
        return " ".join(was[slice(*cuts[1])].split())
    return spans


def _found_again(old: Sequence[Token], number: int, new: Sequence[Token]) -> int | None:
    """The word of the new text at which the part begins that began with the word `number` of the old."""
    before, now = [_masked(one) for one in old], [_masked(one) for one in new]
    for length in range(_BEGINNING, _MOST + 1):
        beginning = before[number : number + length]
        if len(_places(before, beginning)) == 1:
            places = _places(now, beginning)
            return places[0] if len(places) == 1 else None
    return None


def _masked(token: Token) -> str:
    return _NUMBER if token.key[:1].isdecimal() or token.key in _NUMBERS else token.key


def _places(keys: list[str], wanted: list[str]) -> list[int]:
    if not wanted:
        return []
    length = len(wanted)
    return [at for at, key in enumerate(keys) if key == wanted[0] and keys[at : at + length] == wanted]


def _led(text: str, span: Span, tokens: Sequence[Token], at: int, lead: str) -> int:
    """The place before a word where also `lead` stands before it, or what opens it: “, ( or $."""
    first, floor = tokens[at].start, tokens[at - 1].end if at else span[0]
    if as_read(lead):
        for start in range(floor, first):
            if not text[start].isspace() and as_read(text[start:first]) == as_read(lead):
                return start
    while first > floor and text[first - 1] in _OPENING:
        first -= 1
    return first


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
