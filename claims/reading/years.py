"""Whether four digits are a year: "since 1994", "the 2020 vote", but not "2000 people"."""

from __future__ import annotations

from claims.reading.numerals import SCALES, SHORT_SCALES
from claims.reading.plurals import looks_plural
from claims.reading.tokens import DASHES, Tokens
from claims.reading.units import DURATIONS, unit_after
from claims.reading.wordlists import word_set

_CUES = word_set("in since until till during before after early late mid year circa ad bc by from of through")
_MODIFIERS = word_set(
    "about around some than over least nearly almost roughly approximately another all these"
)
_YEARLY = word_set(
    "elections results figures sales earnings reviews olympics games protests accounts profits "
    "numbers levels prices series statistics awards talks championships finals floods riots "
    "attacks rules data campaigns"
)
_PEOPLE = word_set("people men women children police staff troops dead workers lives deaths cases jobs homes")


def is_year(tokens: Tokens, at: int) -> bool:
    """Whether the four digits at a token are a year and count nothing."""
    word = tokens.words[at]
    if not word.isdecimal() or len(word) != 4 or not 1000 <= int(word) <= 2999 or is_amount(tokens, at):
        return False
    if tokens.glued(at) and tokens.words[at - 1].isalpha() and tokens.words[at - 1] != "FY":
        return False
    if _opens_range(tokens, at):
        return False
    return _is_recent(tokens, at) if 1900 <= int(word) <= 2100 else _is_remote(tokens, at)


def is_decade(tokens: Tokens, at: int) -> bool:
    """Whether digits with an "s" are a decade: "1990s", "90s"."""
    word = tokens.words[at]
    tied = tokens.lower[at + 1] == "s" and tokens.glued(at + 1)
    return tied and word.isdecimal() and len(word) in (2, 4) and word.endswith("0")


def is_amount(tokens: Tokens, at: int) -> bool:
    """Whether a unit or a scale word says that the number is an amount; "2018 day five" is none."""
    after = tokens.lower[at + 1]
    if after in DURATIONS:
        return False
    return after in SCALES or after in SHORT_SCALES or unit_after(tokens, at + 1) is not None


def end_of_season(tokens: Tokens, at: int) -> int:
    """The token behind "2018" or "2018-19"."""
    if tokens.words[at + 1] in DASHES | {"/"} and tokens.glued(at + 1) and tokens.glued(at + 2):
        short = tokens.words[at + 2]
        if short.isdecimal() and len(short) == 2 and int(short) == (int(tokens.words[at][2:]) + 1) % 100:
            return at + 3
    return at + 1


def _opens_range(tokens: Tokens, at: int) -> bool:
    """Whether it is the lower end of an amount: "2000 - 2500 calories"."""
    upper = tokens.words[at + 2]
    joined = tokens.words[at + 1] in DASHES or tokens.lower[at + 1] == "to"
    return (
        joined
        and upper.isdecimal()
        and len(upper) == 4
        and upper > tokens.words[at]
        and is_amount(tokens, at + 2)
    )


def _is_recent(tokens: Tokens, at: int) -> bool:
    """A number from 1900 to 2100 is a year unless something is counted: writers put a comma into amounts."""
    number, before, after = int(tokens.words[at]), tokens.lower[at - 1], tokens.lower[at + 1]
    if before in _MODIFIERS or after in _PEOPLE:
        return False
    if 1950 < number < 2040 and number != 2000:
        return True
    counts = looks_plural(after) and after not in _YEARLY
    return not counts or before in _CUES or before in ("the", "a", "its")


def _is_remote(tokens: Tokens, at: int) -> bool:
    before, after = tokens.lower[at - 1], tokens.lower[at + 1]
    if before == "the" and int(tokens.words[at]) < 1900:
        return not any(looks_plural(tokens.lower[at + i]) for i in (1, 2, 3))
    return (before in _CUES and not looks_plural(after)) or _in_span_of_years(tokens, at)


def _in_span_of_years(tokens: Tokens, at: int) -> bool:
    """Whether it is one end of "between 1600 and 1900" or "from 1750 to 1850" with nothing counted."""
    for other, cue in ((at + 2, at - 1), (at - 2, at - 3)):
        word = tokens.words[other]
        joint = tokens.lower[(at + other) // 2]
        if joint not in ("and", "to") and joint not in DASHES:
            continue
        if word.isdecimal() and len(word) == 4 and tokens.lower[cue] in ("between", "from", "d", "."):
            return not looks_plural(tokens.lower[max(at, other) + 1])
    return False
