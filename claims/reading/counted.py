"""What a figure counts or measures: the head noun phrase near it.

Works by closed word classes and endings, without a tagger: behind the number ("123 political
prisoners"), behind "of" ("a third of voters"), or before a verb ("the toll rose to 97").
"""

from __future__ import annotations

from claims.reading.tokens import Tokens
from claims.reading.wordlists import load_list

_ENDS = {word for words in load_list("phrase_ends").values() for word in words}
_PAST = frozenset(load_list("phrase_ends")["past"])
_BE = frozenset(load_list("phrase_ends")["be"])
_DETERMINERS = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "our", "their", "my", "your", "all", "some", "such", "both", "each", "every", "any", "most", "more", "other", "another", "additional", "further", "extra", "as", "total"]
)
_PLURALS = frozenset(
    ["people", "men", "women", "children", "police", "staff", "troops", "dead", "wounded", "aircraft", "feet", "lives", "media", "data", "sheep", "fish", "teeth", "mice", "geese", "personnel", "youth", "cattle", "clergy", "crew", "others", "fishermen", "policemen", "servicemen"]
)
_NO_NOUN_LY = frozenset(
    ["family", "supply", "ally", "assembly", "rally", "monopoly", "anomaly", "butterfly", "belly", "jelly", "bully"]
)
_LONGEST = 7
_PRONOUNS = frozenset({"them", "whom", "which", "these", "those", "us"})

Span = tuple[int, int]


def behind(tokens: Tokens, at: int, *, measured: bool) -> Span | None:
    """Tokens of the noun phrase behind a number (`measured`: behind its unit)."""
    at = _past_hyphens(tokens, at)
    word = tokens.lower[at]
    if word == "worth" and tokens.lower[at + 1] == "of":
        at, word = at + 1, "of"
    if word == "of" or (word == "in" and measured and tokens.words[at + 1].islower()):
        return _phrase(tokens, at + 1, partitive=True)
    return _phrase(tokens, at, partitive=False)


def stands_for_them(tokens: Tokens, at: int) -> bool:
    """Whether what is counted was named before: "114 of them", "nine of whom"."""
    return tokens.lower[at] == "of" and tokens.lower[at + 1] in _PRONOUNS


def before(tokens: Tokens, at: int) -> Span | None:
    """Tokens of the noun phrase that is measured before a number: "the death toll rose to 97"."""
    last = at
    for _ in range(7):
        word = tokens.lower[last - 1]
        if not word or not _links(tokens, last - 1):
            break
        last -= 1
    if last == at:
        return None
    span = _phrase_until(tokens, last)
    if (span and tokens.lower[span[0] - 1] in ("of", "for")) or (span and tokens.lower[span[0] - 2] == "of"):
        outer = span[0] - 1 if tokens.lower[span[0] - 1] == "of" else span[0] - 2
        if tokens.lower[outer] == "of" and tokens.lower[outer - 1] not in ("number", "total", "count"):
            return _phrase_until(tokens, outer) or span
    return span


_LINKS = frozenset(
    ["to", "at", "by", "from", "of", "up", "down", "about", "around", "nearly", "over", "on", "for", "with", "as", "than", "just", "only", "now", "not", "also", "already", "still", "currently", "again", "further"]
)


def _links(tokens: Tokens, at: int) -> bool:
    word = tokens.lower[at]
    if word in _LINKS or word in _BE or word in _PAST:
        return True
    return len(word) > 4 and tokens.words[at].islower() and word.endswith(("ed", "ly", "ing"))


def _phrase_until(tokens: Tokens, last: int) -> Span | None:
    first = last
    while first > 0 and last - first < _LONGEST and _in_phrase(tokens, first - 1):
        first -= 1
    return (first, last) if first < last else None


def _in_phrase(tokens: Tokens, at: int) -> bool:
    if tokens.words[at] in ("-", "‑", "&"):
        return tokens.glued(at) or tokens.words[at] == "&"
    return tokens.is_word(at) and tokens.lower[at] not in _ENDS


def _past_hyphens(tokens: Tokens, at: int) -> int:
    """Behind what is tied to the number: "-long", "-year-old"."""
    while tokens.words[at] in ("-", "‑") and tokens.glued(at) and tokens.is_word(at + 1):
        at += 2
    return at


def _phrase(tokens: Tokens, at: int, *, partitive: bool) -> Span | None:
    first = at
    while tokens.lower[first] in _DETERMINERS and first < at + 4:
        first += 1
    if partitive and tokens.is_number(first):
        first += 1
    if (
        first > at
        and not partitive
        and tokens.lower[first - 1] in ("the", "a", "an", "this", "that", "as", "all")
    ):
        return None
    last = first
    while last - first < _LONGEST and _in_phrase(tokens, last) and not _is_verb(tokens, first, last):
        last += 1
        if _is_plural(tokens.lower[last - 1]) and not _is_plural_noun_next(tokens, last):
            break
    return (first, last) if last > first else None


def _is_plural_noun_next(tokens: Tokens, at: int) -> bool:
    if tokens.words[at] == "-" and tokens.glued(at):
        return True
    return _is_plural(tokens.lower[at]) and tokens.lower[at] not in _ENDS


def _is_plural(word: str) -> bool:
    return word in _PLURALS or (
        len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))
    )


def _is_verb(tokens: Tokens, first: int, at: int) -> bool:
    word = tokens.lower[at]
    if at == first:
        return False
    if word.endswith("ly") and word not in _NO_NOUN_LY and len(word) > 4:
        return True
    if word.endswith(("ed", "ing")) and len(word) > 4:
        return not (tokens.is_word(at + 1) and tokens.lower[at + 1] not in _ENDS)
    return False
