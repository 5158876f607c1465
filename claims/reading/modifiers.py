"""The words around a number that bend it: "about", "at least", "or more", "rose by".

Finds which modifier applies and how far its words reach. What that means for the value is
a matter of intervals.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from claims.kinds import Change, Modifier
from claims.reading.tokens import Tokens
from claims.reading.units import DURATIONS
from claims.reading.wordlists import Phrase, as_phrase, by_first_word, load_list, word_set


@dataclass(frozen=True, slots=True)
class Bend:
    """A modifier and the token where its words begin (before a number) or end (behind it)."""

    modifier: Modifier
    edge: int


def _by_last_word() -> dict[str, list[tuple[Phrase, Modifier]]]:
    arranged: dict[str, list[tuple[Phrase, Modifier]]] = {}
    for modifier, spellings in load_list("modifiers").items():
        for spelling in spellings:
            phrase = as_phrase(spelling)
            arranged.setdefault(phrase[-1], []).append((phrase, Modifier(modifier)))
    for choices in arranged.values():
        choices.sort(key=lambda choice: -len(choice[0]))
    return arranged


_BEFORE = _by_last_word()
_AFTER = by_first_word(
    {s: modifier for modifier, listed in load_list("modifiers_after").items() for s in listed}
)
_CHANGES = {name: frozenset(words) for name, words in load_list("change_words").items()}
_UP_VERBS, _DOWN_VERBS = _CHANGES["up-verb"], _CHANGES["down-verb"]
CHANGE_VERBS = _UP_VERBS | _DOWN_VERBS
"""Verbs of rising and falling."""
_UP_NOUNS, _DOWN_NOUNS = _CHANGES["up-noun"], _CHANGES["down-noun"]
_INTRANSITIVE = word_set(
    "rise rises rose risen rising grow grows grew grown climb climbs climbed soar soared surge "
    "surged jump jumped increase increases increased increasing fall falls fell fallen falling "
    "decline declines declined declining decrease decreases decreased slip slipped slid plunge "
    "plunged tumble tumbled plummet plummeted sink sank shrink shrank slump slumped dip dipped"
)
_BETWEEN = word_set("another further only just even additional extra record whopping massive huge sharp")
_LINKING = word_set("is was are were be been being , ( : — – - ; and 's ’s") | {""}
_OF_CHANGE = frozenset({"%", "percentage point", "basis point", "point"})
_PARTICLE_VERBS = word_set("make makes made making give gave take took end ended ends pick picked set sets")
_DURING = word_set("for just well after is was took lasted last lasts spent of in take takes be than by")


def modifier_before(tokens: Tokens, first: int, unit: str | None) -> Bend | None:
    """The modifier whose words end right before the token `first`."""
    for phrase, modifier in _BEFORE.get(tokens.lower[first - 1], ()):
        start = first - len(phrase)
        if start >= 0 and tuple(tokens.lower[start:first]) == phrase:
            if phrase == ("over",) and unit in DURATIONS and tokens.lower[start - 1] not in _DURING:
                return None
            if phrase == ("some",) and tokens.lower[start - 1] in ("and", "to") and unit == "%":
                return None
            return Bend(modifier, start)
    return None


def modifier_after(tokens: Tokens, last: int) -> Bend | None:
    """The modifier whose words begin right at the token `last`, behind a number or its unit."""
    for phrase, modifier in _AFTER.get(tokens.lower[last], ()):
        end = last + len(phrase)
        if tuple(tokens.lower[last:end]) != phrase or tokens.is_number(end):
            continue
        if phrase[0] in ("+", "-") and not tokens.glued(last):
            continue
        if phrase[-1] == "up" and tokens.lower[end] == "to":
            continue
        return Bend(Modifier(modifier), end)
    return None


def change(tokens: Tokens, first: int, last: int, unit: str | None) -> Change | None:
    """Whether the figure at tokens `[first, last)` says how far something rose or fell.

    "rose by 3%", "up 3%", "a 12% drop" do; "fell to 5" gives where it stands, not how far it fell.
    """
    if unit in DURATIONS:
        return None
    return _change_before(tokens, first, unit) or (_change_behind(tokens, last) if unit else None)


def _change_before(tokens: Tokens, first: int, unit: str | None) -> Change | None:
    at = first - 1
    lower = tokens.lower
    if lower[at] == "of":
        return _noun(lower[at - 1])
    while lower[at] in _BETWEEN or (lower[at].endswith("ly") and len(lower[at]) > 4):
        at -= 1
    if lower[at] in ("a", "an") and at < first - 1:
        at -= 1
    if lower[at] == "by":
        return next((found for i in range(at - 1, at - 6, -1) if (found := _verb(lower[i]))), None)
    word = lower[at]
    if word in ("up", "down"):
        free = lower[at - 1] in _LINKING if unit is None else lower[at - 1] not in _PARTICLE_VERBS
        return _verb(word) if free else None
    if word not in _INTRANSITIVE and unit not in _OF_CHANGE:
        return None
    return _verb(word)


def _change_behind(tokens: Tokens, last: int) -> Change | None:
    at = last + 1 if tokens.lower[last] == "-" else last
    for i in (at, at + 1):
        found = _noun(tokens.lower[i])
        if found is not None and tokens.is_word(at):
            return found
    if tokens.lower[at] in ("higher", "lower") and tokens.lower[at + 1] != "than":
        return Change.UP if tokens.lower[at] == "higher" else Change.DOWN
    return None


def moves(word: str) -> bool:
    """Whether the word says that something rose or fell."""
    return _verb(word) is not None or _noun(word) is not None


def _verb(word: str) -> Change | None:
    return Change.UP if word in _UP_VERBS else Change.DOWN if word in _DOWN_VERBS else None


def _noun(word: str) -> Change | None:
    return Change.UP if word in _UP_NOUNS else Change.DOWN if word in _DOWN_NOUNS else None
