"""Reads the form in which a cue verb stands: who speaks through it, or that it is no verb here.

"Reports" in "the reports" is a noun, "was told" turns speaker and listener round, and what
somebody would say or did not say has not been said. What the verb credits is for `complements.py` to find.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from claims.reading import word_classes as classes
from claims.reading.clauses import QUOTE, Words, is_adverb, is_verb_like
from claims.reading.cues import CueVerb, Form, Frame


class Role(StrEnum):
    """The part that a cue verb plays in its sentence."""

    FINITE = "finite"
    PARTICIPLE = "participle"
    PASSIVE = "passive"


class Verb(NamedTuple):
    """A cue verb where it stands; `group` is the first word of its auxiliaries, `after` the next word."""

    cue: CueVerb
    place: int
    group: int
    after: int
    role: Role


_NOBODY = frozenset({"nobody", "none", "neither"})
_ASPECTS = frozenset({"on", "continued", "continues", "began", "proceeded"})
_SINGULAR = frozenset({"he", "she", "it"})
_COUNTED = frozenset({"some", "many", "others", "most", "all", "both", "few", "several", "another"})
_PLURALS = _COUNTED | {"people", "police", "who", "women", "men"}
_POINTING = frozenset({"this", "that"})
_BEFORE_POINTS = frozenset({"percentage", "basis"})
_NEAR = 8
"""So many words are looked back over for the head of a subject."""
PASSED_ON = frozenset({"quoted", "cited", "reported"})
"""Verbs that pass on what another says: "was quoted as saying"."""


def read_verb(words: Words, place: int, cue: CueVerb, *, title_case: bool = False) -> Verb | None:
    """The cue verb at `place`; `None` where it is a noun or an adjective, or nothing was said.

    `title_case` says that the sentence is a headline in which capitals mean nothing.
    """
    after = place + 1 + len(cue.rest)
    if cue.rest and tuple(words.low[place + 1 : after]) != cue.rest:
        return None
    if (words.is_capital(place) and place > 0 and not title_case) or _counts_points(words, place):
        return None
    group, auxiliaries = _group(words, place)
    if not classes.MODALS.isdisjoint(auxiliaries) or _is_denied(words, group, place):
        return None
    role = _role(words, place, group, auxiliaries, cue)
    if role is None:
        return None
    if group > 1 and words.low[group - 1] == "to":
        group, _ = _group(words, group - (3 if words.low[group - 2] == "on" else 2))
    elif group > 1 and role is Role.FINITE and _is_passed_on(words, group):
        group, _ = _group(words, group - 2)
    return Verb(cue, place, group, after, role)


def _counts_points(words: Words, place: int) -> bool:
    """True for "percentage points to" and "12 points to"."""
    before = words.low[place - 1] if place else ""
    return words.low[place] in ("point", "points") and (before in _BEFORE_POINTS or before.isdigit())


def _is_denied(words: Words, group: int, place: int) -> bool:
    """True for "did not say" and "nobody said", which credit nobody with anything."""
    if not classes.NEGATIONS.isdisjoint(words.low[group:place]):
        return True
    return group > 0 and (words.low[group - 1] in _NOBODY or words.low[max(0, group - 2)] == "no")


def is_title_case(words: Words) -> bool:
    """True for a headline with a capital on nearly every word."""
    capitals = sum(map(words.is_capital, range(words.count)))
    return capitals > 3 and capitals > 0.7 * sum(1 for word in words.low if word[:1].isalpha())


def _group(words: Words, place: int) -> tuple[int, list[str]]:
    """Where the auxiliaries and adverbs before a verb begin, and the auxiliaries among them."""
    auxiliaries: list[str] = []
    first = place
    while first > 0:
        word = words.low[first - 1]
        if word in classes.AUXILIARIES and not (word == "'s" and first == place):
            auxiliaries.append(word)
        elif not is_adverb(word):
            break
        first -= 1
    return first, auxiliaries


def _role(words: Words, place: int, group: int, auxiliaries: list[str], cue: CueVerb) -> Role | None:
    passive = not classes.BEING.isdisjoint(auxiliaries)
    if group > 0 and words.low[group - 1] == "to":
        began = group > 1 and words.low[group - 2] in _ASPECTS
        return Role.FINITE if began and Form.BASE in cue.forms else None
    if Form.ING in cue.forms:
        return _role_of_ing(words, group, passive=passive)
    if passive:
        return Role.PASSIVE if Form.PARTICIPLE in cue.forms else None
    if auxiliaries:
        return Role.FINITE
    if Form.PAST in cue.forms:
        return None if _is_adjective(words, group, place) else Role.FINITE
    if Form.BASE in cue.forms:
        return Role.FINITE if _follows_plural(words, group, cue) else None
    if Form.PRESENT in cue.forms:
        return None if _is_noun(words, place, group, cue) else Role.FINITE
    return None


def _role_of_ing(words: Words, group: int, *, passive: bool) -> Role | None:
    if passive or (group > 1 and _is_passed_on(words, group)):
        return Role.FINITE
    previous = words.low[group - 1] if group else ""
    if previous in classes.DETERMINERS or previous in classes.POSSESSIVES:
        return None
    return Role.PARTICIPLE


def _is_passed_on(words: Words, group: int) -> bool:
    """True for "was quoted as saying", where the subject is the speaker after all."""
    return words.low[group - 1] == "as" and words.low[group - 2] in PASSED_ON


def _is_adjective(words: Words, group: int, place: int) -> bool:
    """True for "the reported number", "25 recommended delegates", but not for "six in 10 said they"."""
    previous = words.low[group - 1] if group else ""
    if previous in classes.DETERMINERS:
        return previous not in _COUNTED | _POINTING
    return (
        previous in classes.POSSESSIVES
        or previous in classes.PREPOSITIONS
        or (previous.isdigit() and not _leads_to_clause(words, place + 1))
    )


def _follows_plural(words: Words, group: int, cue: CueVerb) -> bool:
    """True where what stands before can be the subject of a verb without an ending."""
    if group == 0:
        return False
    previous = words.low[group - 1]
    if previous in (",", "%", QUOTE) or previous in _PLURALS or previous in classes.PRONOUNS - _SINGULAR:
        return True
    if previous in classes.CLOSED or not previous.replace("-", "").isalpha():
        return False
    return Frame.NOUN not in cue.frames or _is_plural(previous) or _has_plural_head(words, group)


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")


def _has_plural_head(words: Words, group: int) -> bool:
    """True behind a plural with something hung on it: "records of the port |show"."""
    for place in range(group - 2, max(0, group - _NEAR), -1):
        if words.low[place] in classes.PREPOSITIONS:
            described = is_verb_like(words, place - 1)  # "accounts published on Friday |show"
            return _is_plural(words.low[place - 1 - described])
        if words.low[place] in (",", QUOTE) or words.low[place] in classes.AUXILIARIES:
            return False
    return False


def _is_noun(words: Words, place: int, group: int, cue: CueVerb) -> bool:
    """True where a word in -s is a plural noun: "its reports", "cost estimates have"."""
    previous = words.low[group - 1] if group else ""
    if previous in ("", "united") or previous in classes.DETERMINERS - _POINTING - {"another"}:
        return True
    if previous in classes.POSSESSIVES or previous in classes.PREPOSITIONS:
        return True
    if words.low[place + 1] in classes.AUXILIARIES:
        return True
    if Frame.NOUN not in cue.frames or _is_sure_subject(words, group):
        return False
    leads = _leads_to_clause if Frame.CLAUSE in cue.frames else _leads_to_speech
    return not leads(words, place + 1)


def _is_sure_subject(words: Words, group: int) -> bool:
    """True before a verb whose subject can't be the first half of a compound noun."""
    previous = words.low[group - 1]
    if previous in _TELLING or previous in classes.PRONOUNS or previous in ("who", "which", ")", ","):
        return True
    return words.is_capital(group - 1)


_TELLING = frozenset(
    {"poll", "polling", "survey", "study", "analysis", "research", "data", "census", "footage", "video"}
)
"""What is read or seen and tells something: "a Herald analysis |shows"."""


def _leads_to_speech(words: Words, after: int) -> bool:
    low = words.low
    return low[after] in ("that", QUOTE, ":") or (low[after] == "," and low[after + 1] == QUOTE)


def _leads_to_clause(words: Words, after: int) -> bool:
    following = words.low[after]
    if _leads_to_speech(words, after) or following in classes.PRONOUNS | classes.DETERMINERS:
        return True
    return following in classes.POSSESSIVES or following.isdigit()
