"""Persons who are named in one breath: "a man, a woman and her two daughters" are four.

Tells a name that only says who somebody is ("her brother, Anton Reyes, and a friend") from one
more person. What happened to them is for derived.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from claims.reading.persons import Person, WrittenCount, persons_in
from claims.reading.tokens import Tokens
from claims.reading.wordlists import word_set

Group = list[Person]
"""Persons in the order of the text, joined by commas and "and" alone."""

_ANYBODY = word_set("people others victims persons civilians relatives passengers")
_COMMA = [","]
LOCATING = word_set("in at near from outside around across")
"""Words before the name of a place."""
_JOINTS = (["and"], _COMMA, [",", "and"], ["&"], [";"], [";", "and"])


def groups_in(tokens: Tokens, hidden: list[bool], written: Mapping[int, WrittenCount]) -> Iterator[Group]:
    """The groups of a statement, each of at least one person."""
    group: Group = []
    joints: list[list[str]] = []
    for person in persons_in(tokens, hidden, written):
        if _is_place(tokens, person):
            continue
        joint = _between(tokens, group[-1], person) if group else []
        if joint in _JOINTS:
            joints.append(joint)
        else:
            yield from _in_one_breath(tokens, group, joints)
            group, joints = [], []
        group.append(person)
    yield from _in_one_breath(tokens, group, joints)


def _between(tokens: Tokens, one: Person, other: Person) -> list[str]:
    """The words between two persons; the comma behind an age belongs to them."""
    aged = one.behind > one.last and tokens.words[one.behind - 1] == ","
    return tokens.lower[one.behind - aged : other.first]


def _is_place(tokens: Tokens, person: Person) -> bool:
    """Whether words with capitals name where it was: "in Port Talbot, two men and a boy"."""
    return person.noun is None and not person.article and tokens.lower[person.first - 1] in LOCATING


def _in_one_breath(tokens: Tokens, group: Group, joints: list[list[str]]) -> Iterator[Group]:
    """The group as a whole, or one by one where commas alone may part a name from who bears it."""
    listed = joints == [_COMMA] * len(joints) and any(_is_introduced(person) for person in group)
    if listed and not any(_are_several(person) for person in group):
        yield from ([person] for person in group)
    elif whole := _each_once(tokens, group, joints):
        yield whole


def _are_several(person: Person) -> bool:
    return person.count is not None and person.count > 1


def _is_introduced(person: Person) -> bool:
    """Whether a name may stand beside the words: "her brother", but not "two men" nor "man"."""
    return bool(person.article) and person.count is None


def _each_once(tokens: Tokens, group: Group, joints: list[list[str]]) -> Group:
    """The group with a name and who bears it as one; empty where it can't be told whether they are two."""
    kept: Group = group[:1]
    for index in range(1, len(group)):
        person, following = group[index], joints[index : index + 1]
        if joints[index - 1] == _COMMA and _may_be_broken_down(tokens, kept[-1], person):
            return []
        if joints[index - 1] != _COMMA or not _may_be_one(tokens, kept[-1], person):
            kept.append(person)
        elif following and following[0][0] == "and":
            return []
        else:
            kept[-1] = replace(kept[-1], last=person.last, behind=person.behind)
    return kept


def _may_be_broken_down(tokens: Tokens, one: Person, other: Person) -> bool:
    """Whether the first may hold the second: "five people, three children", "two boys, Max Lee and"."""
    if one.noun is None or not _are_several(one):
        return False
    if other.noun is None or tokens.lower[other.noun[1] - 1] == "old":
        return not other.article
    return other.count is not None and tokens.lower[one.noun[0]] in _ANYBODY


def _may_be_one(tokens: Tokens, one: Person, other: Person) -> bool:
    """Whether one of two is a bare name and the other says who that is, or how old."""
    if other.noun is None and not other.article:
        return one.noun is not None and _is_introduced(one)
    if one.noun is None and not one.article:
        return _is_definite(other)
    aged = other.noun is not None and tokens.lower[other.noun[1] - 1] == "old"
    return aged and _is_definite(one)


def _is_definite(person: Person) -> bool:
    return _is_introduced(person) and person.article not in ("a", "an", "another")
