"""A light reading of a sentence's build: its words, the noun phrase before a verb, where clauses end.

It knows closed-class words, capitals and punctuation, and no grammar beyond that; every step
looks at each word a bounded number of times.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.reading import word_classes as classes
from claims.reading.quotations import Quotation
from claims.reading.record import Span

QUOTE = "“”"
"""The one word that stands for a whole quotation."""

_WORD = re.compile(r"\w[\w-]*|['’](?:s|t|re|ve|ll|d|m)\b|\S")
_COMMAS = frozenset({",", ";", ":", "(", ")", "—", "–", "-", "[", "]", "…", "?", "!", "•"})
_NOT_IN_SUBJECT = (classes.SUBORDINATORS | _COMMAS | {QUOTE}) - {"-"}
_LEADING = frozenset(
    {"but", "and", "so", "yet", "or", "however", "meanwhile", "still", "now", "then", "later"}
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one sentence: where each stands, in lower case, and whether it begins with a capital.

    A quotation counts as one word, `QUOTE`.
    """

    starts: list[int]
    ends: list[int]
    low: list[str]
    capital: list[bool]

    def __len__(self) -> int:
        return len(self.low)

    def span(self, first: int, last: int) -> Span:
        """The place of the words `first` up to but without `last`."""
        return self.starts[first], self.ends[last - 1]


def words_of(text: str, start: int, end: int, quotations: Sequence[Quotation]) -> Words:
    """The words of `text[start:end]`, every quotation folded into one."""
    words = Words([], [], [], [])
    at = start
    for quotation in quotations:
        _append(words, text, at, max(at, quotation.start))
        words.starts.append(max(start, quotation.start))
        words.ends.append(min(end, quotation.end))
        words.low.append(QUOTE)
        words.capital.append(False)
        at = min(end, quotation.end)
    _append(words, text, at, end)
    return words


def _append(words: Words, text: str, start: int, end: int) -> None:
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        words.starts.append(match.start())
        words.ends.append(match.end())
        words.low.append(word.lower().replace("’", "'"))
        words.capital.append(word[0].isupper())


def verb_group_start(words: Words, verb: int) -> tuple[int, list[str]]:
    """Where the auxiliaries and adverbs before a verb begin, and the auxiliaries among them."""
    auxiliaries: list[str] = []
    first = verb
    while first > 0:
        word = words.low[first - 1]
        if word in classes.AUXILIARIES:
            auxiliaries.append(word)
        elif not is_adverb(word):
            break
        first -= 1
    return first, auxiliaries


def is_adverb(word: str) -> bool:
    """True for a word that may stand between a subject and its verb."""
    return word in classes.ADVERBS or (word.endswith("ly") and len(word) > 4)


def subject_before(words: Words, verb_group: int) -> tuple[int, int] | None:
    """The noun phrase that ends right before a verb group, with its appositions, as word numbers."""
    last = verb_group
    low = words.low
    if last == 0:
        return None
    if low[last - 1] in ("who", "which"):
        last -= 2 if last > 1 and low[last - 2] == "," else 1
        return _phrase_ending(words, last)
    if low[last - 1] in (",", "—", "–", ")"):
        return _phrase_with_interrupter(words, last - 1)
    return _phrase_ending(words, last)


def _phrase_ending(words: Words, last: int) -> tuple[int, int] | None:
    """The noun phrase that ends before the word `last`."""
    low = words.low
    if last <= 0 or low[last - 1] in _NOT_IN_SUBJECT:
        return None
    if low[last - 1] in classes.PRONOUNS or low[last - 1] in ("who", "everyone", "nobody", "others"):
        return last - 1, last
    first = last
    while first > 0 and low[first - 1] not in _NOT_IN_SUBJECT:
        first -= 1
    first = _after_leading_words(words, first, last)
    return (first, last) if first < last else None


def _after_leading_words(words: Words, first: int, last: int) -> int:
    """Where a noun phrase begins once conjunctions, adverbs and an earlier verb phrase are left out."""
    low = words.low
    for place in range(last - 1, first, -1):
        if low[place] in ("and", "but", "or") and any(is_verb_like(words, n) for n in range(first, place)):
            first = place + 1
            break
    while first < last and (low[first] in _LEADING or (is_adverb(low[first]) and low[first] != "all")):
        first += 1
    if first < last and low[first] in classes.PREPOSITIONS:
        return _after_preposition(words, first, last)
    while first < last - 1 and low[first] in classes.TIMES:
        first += 1
    return first


def _after_preposition(words: Words, first: int, last: int) -> int:
    """The noun phrase after an opening such as "on Tuesday" or "in a statement"."""
    low = words.low
    for place in range(first + 1, last - 1):
        if low[place] in classes.TIMES or low[place] in ("statement", "interview") or low[place].isdigit():
            return place + 1
    for place in range(first + 2, last):
        if low[place] in classes.DETERMINERS or (words.capital[place] and not words.capital[place - 1]):
            return place
    return last


def _phrase_with_interrupter(words: Words, comma: int) -> tuple[int, int] | None:
    """The noun phrase before a comma or bracket that stands before the verb."""
    low = words.low
    parts = _parts_before(words, comma)
    if not parts:
        return None
    first, _ = parts[0]
    for n, (begin, end) in enumerate(parts[:-1]):
        if not (_is_modifier(words, begin, end) or _names_title(words, begin, parts[n + 1])):
            break
        first = parts[n + 1][0]
    begin = _after_leading_words(words, first, comma)
    if begin >= comma or low[begin] in classes.SUBORDINATORS:
        return None
    return begin, comma


def _parts_before(words: Words, comma: int) -> list[tuple[int, int]]:
    """Up to five stretches between commas before `comma`, the nearest first."""
    parts: list[tuple[int, int]] = []
    end = comma
    place = comma - 1
    while place >= 0 and len(parts) < 5:
        if words.low[place] in (",", "—", "–", "("):
            parts.append((place + 1, end))
            end = place
        elif words.low[place] in (";", ":", QUOTE):
            break
        place -= 1
    if len(parts) < 5:
        parts.append((place + 1, end))
    return [part for part in parts if part[0] < part[1]]


def _is_modifier(words: Words, begin: int, end: int) -> bool:
    """True for a stretch that can only add to the noun phrase before it."""
    word = words.low[begin]
    return (
        word
        in ("a", "an", "the", "who", "whose", "which", "whom", "his", "her", "its", "their", "one", "also")
        or word in classes.PREPOSITIONS
        or word.isdigit()
        or (not words.capital[begin] and word.endswith(("ing", "ed")))
        or (end - begin <= 4 and not words.capital[begin] and not is_verb_like(words, begin))
    )


def _names_title(words: Words, begin: int, before: tuple[int, int]) -> bool:
    """True for a name that stands after a title: "the envoy for Belarus, John Coale"."""
    first, last = before
    if not words.capital[begin]:
        return False
    while first < last and words.low[first] in _LEADING:
        first += 1
    opening = words.low[first] if first < last else ""
    return opening in classes.DETERMINERS or opening in classes.POSSESSIVES


def is_verb_like(words: Words, place: int) -> bool:
    """True for a word that is most likely a finite verb."""
    word = words.low[place]
    if words.capital[place]:
        return False
    return (
        word in classes.AUXILIARIES or word in classes.PAST_FORMS or (word.endswith("ed") and len(word) > 3)
    )
