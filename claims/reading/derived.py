"""Figures that no number is written for: "a 13-year-old boy was shot dead" is one killed.

Derives only that somebody was killed or hurt, of persons named one by one: what tolls are
counted in. Leaves out what did not happen, might have happened, or happens again and again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.reading.head_phrases import DETERMINERS, Span, is_adverb, is_verb
from claims.reading.numerals import SMALL
from claims.reading.persons import OWNER, PRONOUNS, Person, persons_in
from claims.reading.tokens import Tokens
from claims.reading.wordlists import load_list, word_set

_TOLL = {name: frozenset(words) for name, words in load_list("toll_words").items()}
_DONE, _DOING, _DYING, _EVENT = _TOLL["done"], _TOLL["doing"], _TOLL["dying"], _TOLL["event"]
TOLL_WORDS = frozenset().union(*_TOLL.values())
"""Without one of these a statement derives nothing."""

_NOUN_OR_VERB = word_set("shooting stabbing drowning")
_OF_NAMES = word_set("killed slain murdered assassinated shot stabbed wounded injured")
_BE = word_set("was were been is are being got gets")
_AUXILIARIES = _BE | word_set("has have had")
_SINGULAR = word_set("was is has")
_PLURAL = word_set("were are both all")
_ON_THE_WAY = word_set("also both all later then found pronounced declared reported confirmed left")
_UNREAL = word_set(
    "not never no nobody without if unless whether would could may might can should will shall must "
    "cannot didn't didn’t wasn't wasn’t nearly almost narrowly attempted every each"
)
_AGAIN = word_set("every each per")
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_PREPOSITIONS = word_set(
    "including of with by from near to in on at against for between into about behind like than"
)
_LEADS_ON = _PREPOSITIONS | word_set("inside outside under aboard")
_STOPS = word_set("after before when while as since until that because and but where who which")
_BEHIND_PASSIVE = word_set(
    "in by near during after on outside inside when while as along from following behind within before "
    "overnight today early late last dead to and at but multiple several twice once over with"
)
_MISSED = word_set("at down into up")
_FARTHEST = 8
_LONGEST_APPOSITION = 12


@dataclass(frozen=True, slots=True)
class Derived:
    """So many persons at tokens `[first, last)`; `noun` is the tokens of the noun for one that has one."""

    first: int
    last: int
    value: int
    noun: Span | None = None


@dataclass(frozen=True, slots=True)
class _Harm:
    """The word at token `at` that says what happened to the persons before it.

    `finite`: with a verb of its own, so that they are its subject; `singular`: one is its subject,
    `plural`: several are.
    """

    at: int
    finite: bool = False
    singular: bool = False
    plural: bool = False


def derived(tokens: Tokens, hidden: list[bool]) -> list[Derived]:
    """The tolls of a statement that are told by naming the victims instead of a number."""
    found = [toll for group in _groups(tokens, hidden) for toll in _tolls(tokens, group)]
    return sorted(found, key=lambda toll: toll.first)


def _groups(tokens: Tokens, hidden: list[bool]) -> Iterator[list[Person]]:
    """Persons that are named in one breath: "a man, a woman and her daughter"."""
    group: list[Person] = []
    joints: set[str] = set()
    for person in persons_in(tokens, hidden):
        gap = tokens.lower[group[-1].behind : person.first] if group else []
        if gap not in _JOINTS:
            yield from _one_breath(group, joints)
            group, joints = [], set()
        group.append(person)
        joints.update(gap)
    yield from _one_breath(group, joints)


_JOINTS = (["and"], [","], [",", "and"], ["&"], [";"], [";", "and"])


def _one_breath(group: list[Person], joints: set[str]) -> Iterator[list[Person]]:
    """The group as a whole, or one by one where commas alone may part a name from who bears it."""
    if len(group) < 2 or joints != {","} or not any(person.article for person in group):
        yield group
    else:
        yield from ([person] for person in group)


def _tolls(tokens: Tokens, group: list[Person]) -> Iterator[Derived]:
    """Whether the persons of a group were killed or hurt; the last of them may be told of apart."""
    if not group:
        return
    harm = _harm_behind(tokens, group[-1])
    if harm and harm.plural and not _is_whole(tokens, group):
        return
    if harm and (harm.singular and len(group) > 1):
        yield _derived(group[-1:])
        group, harm = group[:-1], None
    if harm or _is_object(tokens, group[0]):
        yield _derived(group)


def _is_whole(tokens: Tokens, group: list[Person]) -> bool:
    """Whether the group may be all of whom "were killed" is said; a number before "and" is told apart."""
    at = group[0].first - 1
    if tokens.lower[at] == "and":
        return any(word in SMALL or word.isdecimal() for word in tokens.lower[max(0, at - 4) : at])
    listed = (
        tokens.words[at] in (",", ";") and tokens.is_capitalised(at - 1) and tokens.lower[at - 1] not in _DAYS
    )
    return len(group) > 1 and not listed


def _derived(group: list[Person]) -> Derived:
    return Derived(group[0].first, group[-1].last, len(group), group[0].noun if len(group) == 1 else None)


def _harm_behind(tokens: Tokens, person: Person) -> _Harm | None:
    """What happened to the person, told behind: "was shot", "shot in Leeds", "'s death"."""
    if tokens.lower[person.last - 1].endswith(OWNER):
        return _own_event(tokens, person.last) if person.noun else None
    at = person.behind
    if tokens.lower[at] in ("who", "that"):
        return _checked(tokens, person, _harm_at(tokens, at + 1, person), subject=False)
    harm = _harm_at(tokens, at, person)
    if harm is None:
        verb = _verb_of(tokens, at)
        harm = _harm_at(tokens, verb, person) if verb else None
        harm = harm if harm and harm.finite else None
    return _checked(tokens, person, harm, subject=True)


def _checked(tokens: Tokens, person: Person, harm: _Harm | None, *, subject: bool) -> _Harm | None:
    """The harm, if it is this person's, did happen, and did so once."""
    if harm is None or not _UNREAL.isdisjoint(tokens.lower[max(0, person.first - 2) : person.first]):
        return None
    if subject and harm.finite and tokens.lower[person.first - 1] in _PREPOSITIONS:
        return None
    return harm if _AGAIN.isdisjoint(tokens.lower[harm.at : harm.at + _FARTHEST]) else None


def _own_event(tokens: Tokens, at: int) -> _Harm | None:
    """As in "a teenager's death", "her husband's brutal murder"."""
    event = at if tokens.lower[at] in _EVENT else at + 1
    if tokens.lower[event] not in _EVENT - _NOUN_OR_VERB:
        return None
    return (
        None if tokens.is_word(event + 1) and tokens.lower[event + 1] not in _BEHIND_EVENT else _Harm(event)
    )


_BEHIND_EVENT = _BEHIND_PASSIVE | _AUXILIARIES


def _verb_of(tokens: Tokens, at: int) -> int | None:
    """The verb behind what describes the person: "in his 20s", "riding a bike", ", a father of two,"."""
    if tokens.words[at] == "," or tokens.words[at - 1] == ",":
        for comma in range(at + 1, at + _LONGEST_APPOSITION):
            if comma < tokens.count and tokens.words[comma] == ",":
                return comma + 1
        return None
    if tokens.lower[at] not in _LEADS_ON and not tokens.lower[at].endswith("ing"):
        return None
    for verb in range(at + 1, min(at + _FARTHEST, tokens.count)):
        word = tokens.lower[verb]
        if word in _AUXILIARIES or word in _DYING:
            return verb
        if word in _STOPS or not word[0].isalnum():
            return None
        if is_verb(tokens, verb) and tokens.lower[verb - 1] not in DETERMINERS:
            return None
    return None


def _harm_at(tokens: Tokens, at: int, person: Person) -> _Harm | None:
    """What happened, told by the verb or the participle that begins at a token."""
    verb = at
    while verb < at + _FARTHEST and _is_on_the_way(tokens.lower[verb]):
        verb += 1
    auxiliaries = [word for word in tokens.lower[at:verb] if word in _AUXILIARIES]
    if tokens.lower[verb] in _DYING:
        told = _dies(tokens, verb, auxiliaries, person)
    elif tokens.lower[verb] in _DONE or tokens.lower[verb] == "dead":
        told = _suffers(tokens, verb, auxiliaries, person)
    else:
        told = False
    if not told:
        return None
    said = set(tokens.lower[at:verb])
    finite = bool(auxiliaries) or tokens.lower[verb] in _DYING
    return _Harm(verb, finite, not _SINGULAR.isdisjoint(said), not _PLURAL.isdisjoint(said))


def _dies(tokens: Tokens, verb: int, auxiliaries: list[str], person: Person) -> bool:
    """As in "a man died"; "a man dies" may be anybody, and "he died in 1955" tells a life, no toll."""
    if not _BE.isdisjoint(auxiliaries) or not _is_person(person):
        return False
    if person.article in PRONOUNS:
        return tokens.lower[verb + 1] in _BEHIND_DEATH
    return not (tokens.lower[verb].endswith("s") and person.article)


_BEHIND_DEATH = word_set("at from there instantly later shortly")


def _suffers(tokens: Tokens, verb: int, auxiliaries: list[str], person: Person) -> bool:
    """As in "a man was shot", "a man shot in Leeds", but not "a man is shot", "a man was shot at"."""
    word = tokens.lower[verb]
    if (word == "shot" and tokens.lower[verb + 1] in _MISSED) or (
        word == "hurt" and person.article in PRONOUNS
    ):
        return False
    if not auxiliaries:
        return _is_person(person) and _is_passive(tokens, verb)
    generic = auxiliaries[-1] in _PRESENT and word != "dead" and person.article in ("a", "an")
    passive = not _BE.isdisjoint(auxiliaries) and not generic
    return passive and (_is_person(person) or word in _OF_NAMES)


_PRESENT = word_set("is are gets")


def _is_person(person: Person) -> bool:
    """Whether the words name a person for certain; two capitalised words may also be a town or a bill."""
    return person.noun is not None or person.aged or bool(person.article)


def _is_on_the_way(word: str) -> bool:
    return word in _AUXILIARIES or word in _ON_THE_WAY or (is_adverb(word) and word not in _UNREAL)


def _is_passive(tokens: Tokens, verb: int) -> bool:
    """Whether no object follows: "man shot, killed in Leeds", but not "man killed his wife"."""
    last = verb + 1
    while tokens.lower[last] in ("and", ",") and tokens.lower[last + 1] in _DONE:
        last += 2
    if tokens.words[last] == "?":
        return False
    return not tokens.words[last][:1].isalnum() or tokens.lower[last] in _BEHIND_PASSIVE


def _is_object(tokens: Tokens, person: Person) -> bool:
    """Whether what happened stands before: "killing a man", "shot dead a guard", "the death of a girl"."""
    at = person.first - 1
    if tokens.lower[at] == "of":
        verb, does = at - 1, tokens.lower[at - 1] in _EVENT
    else:
        verb = at - 1 if tokens.lower[at] in ("dead", "down") else at
        does = _has_object(tokens, verb, person)
    again = not _AGAIN.isdisjoint(tokens.lower[person.behind : person.behind + 2])
    return does and not again and _UNREAL.isdisjoint(tokens.lower[max(0, verb - 4) : verb])


def _has_object(tokens: Tokens, verb: int, person: Person) -> bool:
    """Whether the word has the person for its object: "the shooting suspect" is none."""
    word = tokens.lower[verb]
    named = person.noun is None or person.last > person.noun[1]
    if word in _DOING:
        return bool(person.article) or word.endswith("s") or (named and word not in _NOUN_OR_VERB)
    active = tokens.lower[verb - 1] not in _BE
    return word in _DONE and active and (bool(person.article) or named)
