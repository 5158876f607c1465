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
from claims.reading.phrases import Words, phrase_book
from claims.reading.record import Attribution, Figure
from claims.reading.statements import BareStatement

_DATE = phrase_book("not_checkable", "date")
_CREDIT = phrase_book("not_checkable", "credit")
_INSTRUCTION = phrase_book("not_checkable", "instruction", "no instruction")
_TIME_TELLS = phrase_book("not_checkable", "time tells", "shields")
_OWN_WORDS = phrase_book("not_checkable", "opinion", "no opinion", "prediction", "time tells", "shields")
_VERBS = phrase_book("not_checkable", "verbs")
_QUOTATION_MARK = re.compile('["“”„«»‘]')
_MOST_WORDS_OF_A_FRAGMENT = 3
_MOST_WORDS_OF_A_LABEL = 4
_MOST_WORDS_OF_A_CREDIT = 10
_AUTHOR = frozenset({"i", "we"})
_VERB_ENDINGS = ("s", "ed", "ing")


def why_not_checkable(
    statement: BareStatement,
    quote: str,
    *,
    under: Section = Section.PLAIN,
    credited: Sequence[Attribution] = (),
    figures: Sequence[Figure] = (),
    known: bool = True,
) -> WhyNot | None:
    """Why the claim can't be checked; `None` where it can.

    `quote` are its words as written, `under` is what its heading announces, `credited` are those
    whom the text credits with it, `figures` those that were read in it: either makes an opinion or a
    prediction checkable. Where its language is not known, only its form counts. What was told from
    the shape of its line ("Categories: …") stays so.
    """
    if statement.why_not is not None:
        return statement.why_not
    match statement.kind:
        case ClaimKind.STATEMENT | ClaimKind.LIST_ITEM | ClaimKind.CAPTION:
            if under is Section.POINTERS and statement.kind is ClaimKind.LIST_ITEM:
                return WhyNot.REFERENCE
            if quote.endswith("?") and not _ends_in_speech(statement, quote, credited):
                return WhyNot.QUESTION
            if _is_label(quote, statement.words):
                return WhyNot.LABEL
            if not known or under is Section.UNCONFIRMED or _quotes(quote):
                return None
            words = statement.words
            if _credits_another(words.text, credited) and not _time_tells(words.keys):
                return None
            return _why_not_of_own_words(quote, words.keys, counts=bool(figures))
        case ClaimKind.HEADLINE:
            return WhyNot.QUESTION if quote.endswith("?") else None
        case ClaimKind.TABLE_ROW | ClaimKind.QUOTATION:
            return None
        case ClaimKind.HEADING:
            return WhyNot.HEADING
        case ClaimKind.BYLINE | ClaimKind.TABLE_HEADER:
            return WhyNot.LABEL
        case ClaimKind.SOURCE_ENTRY:
            return WhyNot.REFERENCE
        case _:
            assert_never(statement.kind)


def _quotes(quote: str) -> bool:
    """Whether it holds a quotation mark; a single straight one is an apostrophe unless it comes first."""
    return bool(_QUOTATION_MARK.search(quote)) or quote.startswith("'") or "''" in quote


def _ends_in_speech(statement: BareStatement, quote: str, credited: Sequence[Attribution]) -> bool:
    """Whether the last words are somebody's direct speech."""
    if quote.count("“") > quote.count("”") or quote.count('"') % 2:
        return True  # the quotation goes on in the next sentence
    quoted = (attribution.content for attribution in credited if attribution.quoted)
    return any(end >= statement.end - 1 for content in quoted for _, end in content)


def _is_label(quote: str, words: Words) -> bool:
    """Whether it is a picture credit, a date standing alone, or a word or two before a colon."""
    if quote.endswith(":") and len(words.keys) <= _MOST_WORDS_OF_A_LABEL:
        return True
    if len(words.keys) <= _MOST_WORDS_OF_A_CREDIT and _is_credit(words):
        return True
    return all((key[0].isdigit() and key.isascii()) or _DATE.find_at([key], 0) for key in words.keys)


def _is_credit(words: Words) -> bool:
    """Whether it says whose picture it is: "Photo: Jane Doe", "(Jane Doe/AP)"."""
    for found in _CREDIT.find_all(words.keys):
        first, last = words.span(found)
        after = words.text[last : words.end].lstrip()
        ends = found.last == len(words.keys)
        if found.first == 0 and (ends or after.startswith((":", "by ", "/", "©"))):
            return True
        if ends and words.text[words.start : first].endswith("/"):
            return True
    return False


def _credits_another(text: str, credited: Sequence[Attribution]) -> bool:
    """Whether anybody but the author is credited: "I think" and "we believe" are the text's own voice."""
    spans = (span for attribution in credited for span in attribution.source)
    return any(text[start:end].lower() not in _AUTHOR for start, end in spans)


def _time_tells(keys: Sequence[str]) -> bool:
    """Whether it is time that "will tell", which credits nobody."""
    found = next(_TIME_TELLS.find_all(keys), None)
    return found is not None and found.section == "time tells"


def _why_not_of_own_words(quote: str, keys: Sequence[str], *, counts: bool) -> WhyNot | None:
    """Why a sentence in the text's own voice can't be checked; where it `counts` anything, that can."""
    told = _INSTRUCTION.find_at(keys, 0)
    if told is not None and told.section == "instruction":
        return WhyNot.INSTRUCTION
    if counts:
        return None
    for found in _OWN_WORDS.find_all(keys):
        match found.section:
            case "opinion":
                return WhyNot.OPINION
            case "prediction" | "time tells":
                return WhyNot.PREDICTION
            case "shields":
                break
    return WhyNot.INCOMPLETE if _is_fragment(quote, keys) else None


def _is_fragment(quote: str, keys: Sequence[str]) -> bool:
    """Whether it is one word, or a few without a stop, a number, or anything that could be a verb."""
    if len(keys) < 2:
        return True
    if len(keys) > _MOST_WORDS_OF_A_FRAGMENT or quote.endswith((".", "!")):
        return False
    if any(key[0].isdigit() for key in keys):
        return False
    return not any(key.endswith(_VERB_ENDINGS) or _VERBS.find_at([key], 0) for key in keys[1:])
