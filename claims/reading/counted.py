"""What stands behind a number and is counted: "123 political prisoners", "a third of voters"."""

from __future__ import annotations

from claims.reading.head_phrases import Span, is_acronym, is_predicate, past_hyphens, phrase_at
from claims.reading.modifiers import moves
from claims.reading.tokens import Tokens
from claims.reading.wordlists import word_set

_PRONOUNS = frozenset({"them", "whom", "which", "these", "those", "us"})
_DIMENSIONS = word_set(
    "long high wide deep tall thick away apart across old early late lower higher off effective complete "
    "full sure certain likely pure cheaper"
)
_SIZES = word_set("length height width depth diameter weight area size total all exchange excess")
_NO_NOUNS = word_set("strong plus odd something fold year old long point off way time up")
_TIME = word_set("quarter year month week day weekend morning afternoon evening night century decade hour")
_GENERIC = frozenset({"units", "unit", "latter", "former"})


def behind(
    tokens: Tokens,
    at: int,
    *,
    measured: bool = False,
    within: bool = False,
    partitive: bool = False,
    single: bool = False,
) -> Span | None:
    """Tokens of the noun phrase behind a number.

    `measured`: a unit stands between; `within`: "in" may too, as in "$3bn in aid";
    `partitive`: the number is a share, as in "half the voters"; `single`: it is one.
    """
    tied = past_hyphens(tokens, at)
    if tied > at and not measured and tokens.lower[at + 1] not in _NO_NOUNS:
        return at + 1, tied
    at = tied + 2 if tokens.lower[tied] == "as" and tokens.lower[tied + 1] in ("many", "much") else tied
    word, following = tokens.lower[at], tokens.lower[at + 1]
    if measured and (word in _DIMENSIONS or (word == "in" and following in _SIZES)):
        return None
    if word == "of" or (word == "worth" and following == "of"):
        return _proper(tokens, phrase_at(tokens, at + (1 if word == "of" else 2), determined=True))
    if word == "in":
        return _proper(tokens, phrase_at(tokens, at + 1)) if within else None
    span = _proper(tokens, phrase_at(tokens, at, determined=partitive, single=single))
    if span and not (measured or single) and is_predicate(tokens, span):
        return None
    if (
        span
        and measured
        and moves(tokens.lower[span[1] - 1])
        and tokens.lower[span[1]] in ("in", "of", "for")
    ):
        return phrase_at(tokens, span[1] + 1, determined=True) or span
    return span


def is_stretch_of_time(word: str) -> bool:
    """Whether a word behind a number is a time, of which nothing is counted: "four buses, one night"."""
    return word.removesuffix("s") in _TIME


def stands_for_them(tokens: Tokens, at: int) -> bool:
    """Whether what is counted was named before: "114 of them", "nine of whom"."""
    pronoun = tokens.lower[at + 1] in _PRONOUNS and not is_acronym(tokens.words[at + 1])
    return tokens.lower[at] == "of" and pronoun


def _proper(tokens: Tokens, span: Span | None) -> Span | None:
    """The phrase, unless it is a time ("this quarter") or says nothing ("units")."""
    if span is None:
        return None
    head = tokens.lower[span[1] - 1]
    return None if head in _GENERIC or is_stretch_of_time(head) else span
