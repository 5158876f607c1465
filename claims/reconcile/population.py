"""Who or what is counted, whose it is, and where: the noun and what narrows it."""

from __future__ import annotations

import re

from claims.reading.record import Figure
from claims.reading.word_classes import CLOSED
from claims.reading.wordlists import load_list
from claims.reconcile.clauses import BREAKS, Stretch
from claims.reconcile.cues import Cues
from claims.reconcile.happened import RECEIVING
from claims.reconcile.lexicon import (
    contrasting_axes,
    counted_classes,
    events,
    measure_phrases,
    nation_phrases,
    optional_axes,
    ordinals,
    word_list,
)
from claims.reconcile.words import folded, singular

_CALENDAR = frozenset(name.lower() for names in load_list("calendar").values() for name in names)
_PLACE_WORDS = frozenset({"in", "near", "off", "across", "outside", "around"})
_AFTER_NOUN = word_list("after_nouns.txt")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_TOWARDS = frozenset({"to", "into", "reached", "on"})
_BEFORE_PEOPLE = frozenset({"former", "of", "the", "freed", "other"})
_NATIONALS = frozenset({"citizens", "nationals", "citizen", "national"})
_INCREMENTS = frozenset({"new", "additional", "further", "extra"})
_FAR = 30
_NEAR = 12
_SCOPE = 8
_NOUN_PHRASE = 3
_BELONGING = frozenset({"of", "in", "at", "from", "near"})
_WINNING = frozenset({"wins", "won", "takes", "took", "holds", "held"})
_AROUND = 4
_BIG = 2
_STEM = 6
_SHORTEST = 4
_POINTING = frozenset({"the", "all", "these", "those"})
_SOME = frozenset({"any", "few", "half", "many", "most", "none", "part", "rest", "several", "some"})
_EMPTY = frozenset(
    {"hundred", "thousand", "million", "billion", "trillion", "percent", "cent", "said", "says", "people"}
)
_GROUPS = frozenset({"top", "bottom", "middle", "upper", "lower", "richest", "poorest", "wealthiest"})
_OF_THEM = "which of them"


def noun_of(figure: Figure, stretch: Stretch) -> str | None:
    """The class of what is counted; a noun of no class only where it follows the number."""
    if not figure.counted:
        return None
    counted = [folded(part) for part in figure.counted.split()]
    after = {word.key for word in stretch.words[stretch.after : stretch.after + len(counted) + 2]}
    for key in reversed(counted):
        known = counted_classes().get(key) or counted_classes().get(singular(key))
        if known and (known == "person" or key in after):
            return None if known == "-" else known
        if nation_phrases().names_one(key) and key in after:
            return "person"
    is_noun = counted[-1].isalpha() and not figure.counted.split()[-1][:1].isupper()
    says_itself = measure_phrases().names_one(counted[-1])
    return singular(counted[-1]) if is_noun and not says_itself and counted[-1] in after else None


def qualifiers_of(stretch: Stretch, cues: Cues) -> frozenset[str]:
    """The words between a number and its noun, but for those that say what happened: "27 jet engines".

    The word before names a group where it is "the top 1%".
    """
    before = stretch.words[stretch.at - 1].key if stretch.at else ""
    if before in _GROUPS:
        return frozenset({before})
    telling = {index for first, last, _ in cues.measures for index in range(first, last)}
    found = []
    for index in range(stretch.after, min(stretch.after + _NOUN_PHRASE, stretch.right)):
        word = stretch.words[index]
        if not word.key[:1].isalpha() or word.key in _AFTER_NOUN:
            break
        if index not in telling:
            found.append(singular(word.key))
    return frozenset(found[:-1])


def head_of(figure: Figure, stretch: Stretch) -> str | None:
    """The noun that is counted, in the singular: behind a count, around what has a unit ("bribes of £4m")."""
    last = (figure.counted or "").split()[-1:]
    if not last or not last[0].isalpha():
        return None
    if figure.unit is not None:
        plain = [word for word in (figure.counted or "").split() if word.islower()]
        return singular(folded((plain or last)[-1]))
    after = {word.text for word in stretch.words[stretch.after : stretch.after + 2 * _NOUN_PHRASE]}
    return singular(folded(last[0])) if last[0] in after and last[0].islower() else None


def weighty_words(stretch: Stretch) -> frozenset[str]:
    """The beginnings of the words of a clause, and beside the number, that mean something by themselves."""
    first, last = min(stretch.left, max(0, stretch.at - _AROUND)), max(stretch.right, stretch.after + _AROUND)
    return frozenset(
        singular(word.key)[:_STEM]
        for word in stretch.words[first:last]
        if len(word.key) >= _SHORTEST and word.key[0].isalpha()
        and word.key not in CLOSED and word.key not in _CALENDAR and word.key not in _EMPTY
    )  # fmt: skip


def years_before(stretch: Stretch) -> frozenset[str]:
    """The bare years before a number in its sentence: "since 1998, when 22 people died", not a full date."""
    first = max(0, stretch.at - _FAR)
    return frozenset(
        word.key
        for index, word in enumerate(stretch.words[first : stretch.at], start=first)
        if _YEAR.fullmatch(word.key) and (index == 0 or stretch.words[index - 1].key not in _CALENDAR)
    )


def words_behind(figure: Figure, stretch: Stretch) -> str:
    """A figure with the few words behind it, as a name where nothing better is said: "4.1 metres above"."""
    words = []
    for word in stretch.words[stretch.after : min(stretch.right, stretch.after + _AROUND)]:
        if not word.key[:1].isalpha():
            break
        words.append(word)
    while words and words[-1].key in CLOSED:
        words.pop()
    return " ".join([*figure.quote.split(), *(word.text for word in words)])


def is_definite(stretch: Stretch) -> bool:
    """Whether the number points back to one that was given before: "the 123"."""
    return stretch.at > stretch.left and stretch.words[stretch.at - 1].key in _POINTING


def scopes_of(stretch: Stretch, cues: Cues) -> frozenset[str]:
    """The nearest answer to each question; who they are is told only by the noun that is counted."""
    nearest: dict[str, tuple[int, str]] = {}
    for first, last, name in cues.scopes:
        axis = name.partition("=")[0]
        reach = _FAR if axis in optional_axes() else _SCOPE
        if not stretch.owns(first, last) or stretch.cost(first, last) > reach:
            continue
        if (
            axis in contrasting_axes() or axis == _OF_THEM
        ) and not stretch.after <= first <= stretch.after + _NOUN_PHRASE:
            continue
        cost = stretch.cost(first, last)
        if cost < nearest.get(axis, (_FAR + 1, ""))[0]:
            nearest[axis] = (cost, name)
    return frozenset(name for _, name in nearest.values())


def people_of(stretch: Stretch, cues: Cues) -> frozenset[str]:
    """The nations of those counted: "five Ukrainians", "109 citizens of Belarus", "63 Russian troops"."""
    found = set()
    for first, last, name in cues.nations:
        if not stretch.owns(first, last) or not stretch.after <= first <= stretch.after + 4:
            continue
        between = [word.key for word in stretch.words[stretch.after : first]]
        is_people = stretch.words[first].key != folded(name) and set(between) <= _BEFORE_PEOPLE
        if is_people or between[-2:] in (["citizens", "of"], ["nationals", "of"]):
            found.add(name)
    return frozenset(found)


def are_nationals(stretch: Stretch) -> bool:
    """Whether those counted are called nationals or citizens outright."""
    return not _NATIONALS.isdisjoint(word.key for word in stretch.words[stretch.after : stretch.after + 3])


def receivers_of(stretch: Stretch, cues: Cues) -> frozenset[str]:
    """Who took people in: the name before "received", or after "to", "into", "reached", "on … soil"."""
    nations = {first: name for first, _, name in cues.nations}
    receiving = {first for first, _, name in cues.measures if name in RECEIVING}
    found: set[str] = set()
    index, follows = stretch.left, False
    while index < stretch.right:
        end = _end_of_name(stretch, index)
        before = stretch.words[index - 1].key if index else ""
        if end > index and not any(word.key in BREAKS for word in stretch.between(index, end)):
            takes_in = end in receiving or before in _TOWARDS or (follows and before == "and")
            name = nations.get(index) or " ".join(word.key for word in stretch.words[index:end])
            found |= {name} if takes_in and stretch.words[index].key not in _CALENDAR else set()
            follows = takes_in
        index = max(end, index + 1)
    return frozenset(found)


def holder_of(stretch: Stretch, cues: Cues) -> str | None:
    """Whose result it is: the nearest name of the stretch, by its last word."""
    nation_words = {index for first, last, _ in cues.nations for index in range(first, last)}
    found: list[tuple[int, str]] = []
    index = stretch.left
    while index < stretch.right:
        end = index
        while end < stretch.right and stretch.words[end].is_name and end not in nation_words:
            end += 1
        if end > index and _is_holder(stretch, index, end):
            found.append((stretch.cost(index, end), stretch.words[end - 1].key))
        index = max(end, index + 1)
    return min(found, key=lambda name: name[0])[1] if found else None


def places_of(stretch: Stretch, cues: Cues) -> frozenset[str]:
    """Where: "… in Kano" behind the number, or "In Kano, …" at the head of its stretch."""
    nations = {first: name for first, _, name in cues.nations}
    found = set()
    for index in range(stretch.left, stretch.right - 1):
        behind = index >= stretch.after and stretch.cost(index, index + 1) <= _NEAR
        if stretch.words[index].key in _PLACE_WORDS and (behind or index <= stretch.left + 1):
            found.add(nations.get(index + 1) or _name_at(stretch, index + 1))
    return frozenset(name for name in found if name)


def is_all_of_some(stretch: Stretch) -> bool:
    """Whether it is the number of all where the sentence speaks of some: "most of the 123 were freed"."""
    before = [word.key for word in stretch.words[max(0, stretch.at - 3) : stretch.at]]
    return len(before) == 3 and before[0] in _SOME and before[1] == "of" and before[2] in _POINTING


def which_of(stretch: Stretch) -> str | None:
    """Which of several events of one sort: "second" where it says "the second big wave of cuts"."""
    for index in range(stretch.left, stretch.right):
        answer = ordinals().get(stretch.words[index].key)
        following = stretch.words[index + 1 : min(index + 2 + _BIG, stretch.right)]
        if answer and any(singular(word.key) in events() for word in following):
            return answer
    return None


def is_increment(stretch: Stretch, cues: Cues) -> bool:
    """Whether it counts only what was added: "two new cases", "one more death"."""
    following = [word.key for word in stretch.words[stretch.after : stretch.after + 1]]
    before = [word.key for word in stretch.words[max(stretch.left, stretch.at - 1) : stretch.at]]
    if _INCREMENTS & {*following, *before}:
        return True
    return following == ["more"] and any(first == stretch.after + 1 for first, _, _ in cues.measures)


def _is_holder(stretch: Stretch, first: int, last: int) -> bool:
    if stretch.words[last - 1].key in _CALENDAR or not stretch.owns(first, last):
        return False
    before = [word.key for word in stretch.words[max(0, first - 2) : first] if word.key != "the"][-1:]
    if before and (before[0] in _BELONGING or before[0] in _WINNING):
        return False
    opens = first == 0 or stretch.words[first - 1].key == "."
    if not opens or last - first > 1 or stretch.words[first].text.replace("’", "'").endswith("'s"):
        return True
    return last < len(stretch.words) and stretch.words[last].key in word_list("holding_verbs.txt")


def _name_at(stretch: Stretch, first: int) -> str:
    """The name that starts at a word; empty where there is none, or a day, a month or an owner."""
    run = stretch.words[first : _end_of_name(stretch, first)]
    if any(word.key in _CALENDAR or word.text.replace("’", "'").endswith("'s") for word in run):
        return ""
    return " ".join(word.key for word in run)


def _end_of_name(stretch: Stretch, first: int) -> int:
    """The word behind a run of words with capital letters; `first` itself where there is none."""
    last = first
    while last < stretch.right and stretch.words[last].is_name:
        last += 1
    return last
