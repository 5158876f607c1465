"""Suggests whether a claim can be checked at all and, if not, why not.

A suggestion only, until a person signs or reverses it, and sparing: what is not plainly a label,
a question, an instruction, an opinion or a prediction counts as checkable. What somebody is
quoted or credited with is always checkable, since one can ask whether it was said. The signs are
in `data/not_checkable.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import assert_never

from claims.kinds import ClaimKind, WhyNot
from claims.reading.headings import Section
from claims.reading.phrases import PhraseBook, Word, phrase_book

_QUOTATION_MARKS = re.compile('["“”„«»]')
_MOST_WORDS_OF_A_FRAGMENT = 3
_MOST_WORDS_OF_A_LABEL = 4
_SHIELDS = frozenset(
    ["that", "if", "whether", "how", "what", "who", "which", "where", "when", "why", "because"]
)
_VERBS = frozenset(
    ["is", "are", "was", "were", "be", "has", "have", "had", "do", "does", "did", "can", "will", "not"]
)
_VERB_ENDINGS = ("s", "ed", "ing")


def why_not_checkable(
    kind: ClaimKind, quote: str, words: Sequence[Word], *, under: Section, credited: bool
) -> WhyNot | None:
    """Why the claim can't be checked; `None` where it can.

    `under` is what its heading announces, `credited` whether the text credits somebody with it.
    """
    match kind:
        case ClaimKind.HEADING:
            return WhyNot.HEADING
        case ClaimKind.BYLINE | ClaimKind.TABLE_HEADER:
            return WhyNot.LABEL
        case ClaimKind.SOURCE_ENTRY:
            return WhyNot.REFERENCE
        case ClaimKind.TABLE_ROW | ClaimKind.QUOTATION:
            return None
        case ClaimKind.HEADLINE:
            return WhyNot.QUESTION if quote.endswith("?") else None
        case ClaimKind.STATEMENT | ClaimKind.LIST_ITEM | ClaimKind.CAPTION:
            if under is Section.POINTERS and kind is ClaimKind.LIST_ITEM:
                return WhyNot.REFERENCE
            return _why_not_a_sentence(quote, words, under=under, credited=credited)
        case _:
            assert_never(kind)


def _why_not_a_sentence(
    quote: str, words: Sequence[Word], *, under: Section, credited: bool
) -> WhyNot | None:
    if quote.endswith("?"):
        return WhyNot.QUESTION
    if _is_label(quote, words):
        return WhyNot.LABEL
    if credited or under is Section.UNCONFIRMED or _QUOTATION_MARKS.search(quote):
        return None
    if _book("instruction").find_at(words, 0):
        return WhyNot.INSTRUCTION
    if _is_opinion(words):
        return WhyNot.OPINION
    if _is_prediction(words):
        return WhyNot.PREDICTION
    return WhyNot.INCOMPLETE if _is_fragment(words) else None


def _is_label(quote: str, words: Sequence[Word]) -> bool:
    """A picture credit, a date standing alone, or a word or two before a colon."""
    if not words:
        return True
    if quote.endswith(":") and len(words) <= _MOST_WORDS_OF_A_LABEL:
        return True
    credit = _book("credit").find_at(words, 0)
    if credit is not None:
        after = quote[words[credit.last - 1].end - words[0].start :].lstrip()
        return after.startswith((":", "by ", "/", "©"))
    return all(word.key[0].isdigit() or _book("date").find_at([word], 0) for word in words)


def _is_opinion(words: Sequence[Word]) -> bool:
    if next(_book("opinion").find_all(words), None):
        return True
    for place, word in enumerate(words):
        if word.key in _SHIELDS:
            return False
        if place and _book("ought").find_at(words, place):
            return True
    return False


def _is_prediction(words: Sequence[Word]) -> bool:
    found = next(_book("prediction").find_all(words), None)
    return found is not None and not any(word.key in _SHIELDS for word in words[: found.first])


def _is_fragment(words: Sequence[Word]) -> bool:
    """A few words without a number and without anything that could be a verb."""
    if len(words) > _MOST_WORDS_OF_A_FRAGMENT or any(word.key[0].isdigit() for word in words):
        return False
    return not any(word.key in _VERBS or word.key.endswith(_VERB_ENDINGS) for word in words[1:])


def _book(section: str) -> PhraseBook:
    return phrase_book("not_checkable", section)
