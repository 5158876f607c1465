"""Figures that no number is written for: "a 13-year-old boy was shot dead" is one killed.

Derives only that somebody was killed or hurt, of persons named one by one: what tolls are
counted in. Leaves out what did not happen, might have happened, or happens again and again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claims.reading.harm import (
    BE,
    DAYS,
    DOING,
    DONE,
    EVENT,
    FARTHEST,
    NOUN_OR_VERB,
    PREPOSITIONS,
    UNREAL,
    WOUNDS,
    Harm,
    harm_behind,
)
from claims.reading.head_phrases import Span
from claims.reading.numerals import SMALL
from claims.reading.persons import OWNER, STRICKEN, Person, WrittenCount
from claims.reading.together import LOCATING, Group, groups_in
from claims.reading.tokens import Tokens
from claims.reading.wordlists import load_words, word_set

TOLL_WORDS = load_words("toll_words") | WOUNDS
"""Without one of these a statement derives nothing."""

_SURVIVED = word_set("wounded injured hurt hospitalised hospitalized") | WOUNDS
_ORDINALS = word_set("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
_ORDINAL_ENDINGS = word_set("st nd rd th")
_NEAR = 60
_AGAIN = word_set("every each per")


@dataclass(frozen=True, slots=True)
class Derived:
    """So many persons at tokens `[first, last)`; `noun` is the tokens of the noun for one that has one.

    Of several, some may be told by a number that is written: "his wife and four daughters".
    """

    first: int
    last: int
    value: int
    noun: Span | None = None


def derived(tokens: Tokens, hidden: list[bool], written: Mapping[int, WrittenCount]) -> list[Derived]:
    """The tolls of a statement that are told by naming the victims, `written` being its numbers."""
    found = [toll for group in groups_in(tokens, hidden, written) for toll in _tolls(tokens, group)]
    return sorted(found, key=lambda toll: toll.first)


def _tolls(tokens: Tokens, group: Group) -> Iterator[Derived]:
    """Whether the persons of a group were killed or hurt; the last of them may be told of apart."""
    harm = harm_behind(tokens, group[-1])
    if harm and harm.plural and not _is_whole(tokens, group):
        return
    if harm and harm.singular and len(group) > 1:
        if _is_told_of(tokens, group[-1], harm):
            yield from _derived(tokens, group[-1:])
        group, harm = group[:-1], None
    if (harm and _is_told_of(tokens, group[0], harm)) or _is_object(tokens, group[0]):
        yield from _derived(tokens, group)


def _derived(tokens: Tokens, group: Group) -> Iterator[Derived]:
    """The toll of a group, where no number is written that says it all."""
    if len(group) > 1:
        yield Derived(group[0].first, group[-1].last, sum(person.count or 1 for person in group))
    elif group[0].count is None and not _is_one_more(tokens, group[0]):
        yield Derived(group[0].first, group[0].last, 1, group[0].noun)


def _is_one_more(tokens: Tokens, person: Person) -> bool:
    """Whether it is one on top of those told of elsewhere: "another dies", "an eighth victim died"."""
    ordinal = any(
        word in _ORDINALS or (word in _ORDINAL_ENDINGS and tokens.is_number(at - 1) and tokens.glued(at))
        for at, word in enumerate(tokens.lower[person.first : person.last], person.first)
    )
    return (ordinal or person.article == "another") and TOLL_WORDS.isdisjoint(
        tokens.lower[max(0, person.first - _NEAR) : person.first]
    )


def _is_whole(tokens: Tokens, group: Group) -> bool:
    """Whether the group may be all of whom "were killed" is said; a number before "and" is told apart."""
    at = group[0].first - 1
    if tokens.lower[at] == "and":
        return any(word in SMALL or word.isdecimal() for word in tokens.lower[max(0, at - 4) : at])
    if tokens.words[at] not in (",", ";") or len(group) < 2:
        return len(group) > 1
    first = at
    while first > 0 and tokens.is_capitalised(first - 1):
        first -= 1
    return (
        first == at
        or tokens.lower[first] in DAYS
        or not LOCATING.isdisjoint(tokens.lower[max(0, first - 1) : at])
    )


def _is_told_of(tokens: Tokens, person: Person, harm: Harm) -> bool:
    """Whether the harm behind is this person's, did happen, did so once, and was not yet their death."""
    if not UNREAL.isdisjoint(tokens.lower[max(0, person.first - 2) : person.first]):
        return False
    if harm.finite and tokens.lower[person.first - 1] in PREPOSITIONS:
        return False
    if not _AGAIN.isdisjoint(tokens.lower[harm.at : harm.at + FARTHEST]):
        return False
    if harm.finite or tokens.lower[harm.at] not in _SURVIVED:
        return True
    listed = tokens.lower[harm.at] in WOUNDS and tokens.lower[person.first - 1] in (",", "and", "as")
    return not listed and not _die_later(tokens, harm.at)


def _die_later(tokens: Tokens, at: int) -> bool:
    """Whether who was hurt then died of it: "a man injured in the crash has died"."""
    return any(
        tokens.lower[verb] == "dies"
        or (tokens.lower[verb] == "died" and tokens.lower[verb - 1] in ("has", "have", "later", ","))
        for verb in range(at + 1, min(at + _NEAR, tokens.count))
    )


def _is_object(tokens: Tokens, person: Person) -> bool:
    """Whether what happened stands before: "killing a man", "the death of a girl", "the slain guard"."""
    at = person.first - 1
    if person.noun and not STRICKEN.isdisjoint(tokens.lower[max(0, at) : person.noun[0]]):
        return True
    if tokens.lower[at] == "of":
        verb, does = at - 1, tokens.lower[at - 1] in EVENT or tokens.lower[at - 1] in DOING
    else:
        verb = at - 1 if tokens.lower[at] in ("dead", "down") else at
        does = _has_object(tokens, verb, person)
    again = not _AGAIN.isdisjoint(tokens.lower[person.behind : person.behind + 2])
    return does and not again and UNREAL.isdisjoint(tokens.lower[max(0, verb - 4) : verb])


def _has_object(tokens: Tokens, verb: int, person: Person) -> bool:
    """Whether the word has the person for its object: "the shooting suspect" is none."""
    word = tokens.lower[verb]
    opening = tokens.lower[person.first]
    named = person.noun is None or person.last > person.noun[1] or opening.endswith(OWNER)
    named = named or tokens.is_number(person.first)
    if word in DOING:
        return bool(person.article) or word.endswith("s") or (named and word not in NOUN_OR_VERB)
    active = tokens.lower[verb - 1] not in BE
    return word in DONE and active and (bool(person.article) or named or word == "killed")
