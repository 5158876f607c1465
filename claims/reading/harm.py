"""What happened to persons, told behind the words that name them: "was shot", "killed in Leeds", "'s death".

Whether it is told of them for certain, and of how many, is for derived.py.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from claims.reading.head_phrases import DETERMINERS, is_adverb, is_verb
from claims.reading.persons import OWNER, PRONOUNS, Person
from claims.reading.tokens import Tokens
from claims.reading.wordlists import load_list, word_set

_TOLLS = load_list("toll_words")
DONE, DOING = frozenset(_TOLLS["done"]), frozenset(_TOLLS["doing"])
DYING, EVENT = frozenset(_TOLLS["dying"]), frozenset(_TOLLS["event"])
"""Words for killing and hurting by the way in which they name the victim."""
WOUNDS = word_set("injury injuries wound wounds")
"""What the hurt suffer."""
NOUN_OR_VERB = word_set("shooting stabbing drowning")
"""Events that may as well be what somebody does."""
BE = word_set("was were is been are being got gets")
"""Auxiliaries of the passive."""
PREPOSITIONS = word_set(
    "including of with by from near to in on at against for between into about behind like than"
)
"""Words that make the persons behind them no subject."""
UNREAL = word_set(
    "not never no nobody without if unless whether would could may might can should will shall must "
    "cannot didn't didn’t wasn't wasn’t nearly almost narrowly attempted every each"
)
"""Words for what did not happen, or not for certain."""
DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
"""The days of the week."""
FARTHEST = 8
"""So many words may stand between the persons and what happened to them."""
_OF_NAMES = word_set("killed slain murdered assassinated shot stabbed wounded injured")
_AUXILIARIES = BE | word_set("has have had")
_SINGULAR = word_set("was is has")
_PLURAL = word_set("were are both all")
_ON_THE_WAY = word_set("also both all later then found pronounced declared reported confirmed left")
_FOUND = word_set("found pronounced")
_LEADS_ON = PREPOSITIONS | word_set("inside outside under aboard")
_STOPS = word_set("after before when while as since until that because and but where who which")
_BEHIND_PASSIVE = word_set(
    "in by near during after on outside inside when while as along from following behind within before "
    "overnight today early late last dead to and at but multiple several twice once over with"
)
_SCENES = WOUNDS | word_set("scene hospital clinic burns")
_MISSED = word_set("at down into up")
_BEARING = word_set("suffered sustained received")
_BEARING_STILL = word_set("suffering sustaining recovering treated with")
_MOST_BEFORE_WOUND = 6
_LONGEST_APPOSITION = 12
_NEW_SUBJECTS = word_set(
    "that who which where when while because if he she they his her their said says told ; :"
)
_FARTHEST_END = 16


@dataclass(frozen=True, slots=True)
class Harm:
    """The word at token `at` that says what happened to the persons before it.

    `finite`: with a verb of its own, so that they are its subject; `singular`: one is its subject,
    `plural`: several are.
    """

    at: int
    finite: bool = False
    singular: bool = False
    plural: bool = False


def harm_behind(tokens: Tokens, person: Person) -> Harm | None:
    """What happened to the person, told behind: "was shot", "shot in Leeds", "'s death"."""
    if tokens.lower[person.last - 1].endswith(OWNER):
        return _own_event(tokens, person.last) if person.noun else None
    at = person.behind
    if tokens.lower[at] in ("who", "that"):
        harm = _harm_at(tokens, at + 1, person)
        return replace(harm, finite=False) if harm else _has_died(tokens, at)
    harm = _harm_at(tokens, at, person)
    if harm is None:
        verb = _verb_of(tokens, at)
        harm = _harm_at(tokens, verb, person) if verb else None
        harm = harm if harm and harm.finite else None
    return harm or _dies_of_it(tokens, at)


def _has_died(tokens: Tokens, at: int) -> Harm | None:
    """As in "a boy who was hit by the lorry has died"."""
    for verb in range(at + 2, min(at + _FARTHEST_END, tokens.count)):
        if tokens.lower[verb] in ("and", "but") or tokens.words[verb] in (";", ":", "."):
            return None
        if tokens.lower[verb] == "died" and tokens.lower[verb - 1] in ("has", "have"):
            has = tokens.lower[verb - 1] == "has"
            return Harm(verb, finite=True, singular=has, plural=not has)
    return None


def _dies_of_it(tokens: Tokens, at: int) -> Harm | None:
    """As in "was taken to hospital and later died", "was rushed to a clinic but was dead on arrival"."""
    if not (tokens.lower[at] in BE or is_adverb(tokens.lower[at]) or is_verb(tokens, at)):
        return None
    for verb in range(at, min(at + _FARTHEST_END, tokens.count)):
        if tokens.lower[verb] in _NEW_SUBJECTS:
            return None
        first = verb
        while _is_on_the_way(tokens.lower[first - 1]):
            first -= 1
        told = tokens.lower[verb] in ("died", "dies") or (tokens.lower[verb] == "dead" and first < verb)
        if told and tokens.lower[first - 1] in ("and", "but", ",") and tokens.lower[verb + 1] != "in":
            said = tokens.lower[at:verb]
            return Harm(verb, finite=True, singular="was" in said, plural="were" in said)
    return None


def _own_event(tokens: Tokens, at: int) -> Harm | None:
    """As in "a teenager's death", "her husband's brutal murder"."""
    event = at if tokens.lower[at] in EVENT else at + 1
    if tokens.lower[event] not in EVENT - NOUN_OR_VERB:
        return None
    return None if tokens.is_word(event + 1) and tokens.lower[event + 1] not in _BEHIND_EVENT else Harm(event)


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
    for verb in range(at + 1, min(at + FARTHEST, tokens.count)):
        word = tokens.lower[verb]
        if word in _AUXILIARIES or word in DYING:
            return verb
        if word in _STOPS or not word[0].isalnum():
            return None
        if is_verb(tokens, verb) and tokens.lower[verb - 1] not in DETERMINERS:
            return None
    return None


def _harm_at(tokens: Tokens, at: int, person: Person) -> Harm | None:
    """What happened, told by the verb or the participle that begins at a token."""
    verb = at
    while verb < at + FARTHEST and _is_on_the_way(tokens.lower[verb]):
        verb += 1
    auxiliaries = [word for word in tokens.lower[at:verb] if word in _AUXILIARIES]
    if tokens.lower[verb] in DYING:
        told = _dies(tokens, verb, auxiliaries, person)
    elif tokens.lower[verb] in DONE or tokens.lower[verb] == "dead":
        told = _suffers(tokens, verb, auxiliaries, person)
    else:
        return _bears(tokens, at, verb, person)
    if not told:
        return None
    said = set(tokens.lower[at:verb])
    finite = bool(auxiliaries) or tokens.lower[verb] in DYING
    return Harm(verb, finite, not _SINGULAR.isdisjoint(said), not _PLURAL.isdisjoint(said))


def _bears(tokens: Tokens, at: int, verb: int, person: Person) -> Harm | None:
    """As in "a man suffered minor injuries", "two women with gunshot wounds"."""
    has = tokens.lower[verb - 1] in ("has", "have", "had") and verb > at
    bearing, still = tokens.lower[verb] in _BEARING, tokens.lower[verb] in _BEARING_STILL
    if not (has or bearing or still) or not _is_person(person) or person.article in PRONOUNS:
        return None
    for noun in range(verb + (not has), min(verb + _MOST_BEFORE_WOUND, tokens.count)):
        if tokens.lower[noun] in WOUNDS:
            said = set(tokens.lower[at:verb])
            finite = bearing or not _AUXILIARIES.isdisjoint(said)
            return Harm(noun, finite, not _SINGULAR.isdisjoint(said), not _PLURAL.isdisjoint(said))
        if tokens.lower[noun] in _STOPS | UNREAL or tokens.words[noun] in (",", ".", ";", ":"):
            return None
    return None


def _dies(tokens: Tokens, verb: int, auxiliaries: list[str], person: Person) -> bool:
    """As in "a man died"; "a man dies" may be anybody, and "he died in 1955" tells a life, no toll."""
    if not BE.isdisjoint(auxiliaries) or not (_is_person(person) or _is_at_the_scene(tokens, verb + 1)):
        return False
    if person.article in PRONOUNS:
        return tokens.lower[verb - 1] == "later" or _is_news(tokens, verb + 1)
    return not (tokens.lower[verb].endswith("s") and person.article)


def _is_at_the_scene(tokens: Tokens, at: int) -> bool:
    """Whether "died" is meant of a person: "at the scene", "at a hospital in Hallam", "of burns"."""
    following = tokens.lower[at : at + 6]
    return following[0] in ("at", "in", "of", "from") and not _SCENES.isdisjoint(following)


def _is_news(tokens: Tokens, at: int) -> bool:
    """Whether what follows "died" tells of one case and not of a life: "there", "two days later"."""
    first = at + (tokens.lower[at] == "on")
    return (
        tokens.lower[at] in _BEHIND_DEATH
        or tokens.lower[first] in DAYS
        or "later" in tokens.lower[at + 1 : at + 3]
        or (tokens.lower[at] == "of" and not WOUNDS.isdisjoint(tokens.lower[at + 2 : at + 5]))
    )


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
    passive = not BE.isdisjoint(auxiliaries) and not generic
    return passive and (_is_person(person) or word in _OF_NAMES or tokens.lower[verb - 1] in _FOUND)


_PRESENT = word_set("is are gets")


def _is_person(person: Person) -> bool:
    """Whether the words name a person for certain; two capitalised words may also be a town or a bill."""
    return person.noun is not None or person.aged or person.known or bool(person.article)


def _is_on_the_way(word: str) -> bool:
    return word in _AUXILIARIES or word in _ON_THE_WAY or (is_adverb(word) and word not in UNREAL)


def _is_passive(tokens: Tokens, verb: int) -> bool:
    """Whether no object follows: "man shot, killed in Leeds", but not "man killed his wife"."""
    last = verb + 1
    while tokens.lower[last] in ("and", ",") and tokens.lower[last + 1] in DONE:
        last += 2
    if tokens.words[last] == "?":
        return False
    return not tokens.words[last][:1].isalnum() or tokens.lower[last] in _BEHIND_PASSIVE
