"""Figures of one text that say the very same, under one side.

A figure joins the first earlier one of its number that nothing sets apart from it and that
enough speaks for. Only the number's latest few meanings are looked at, so that a long text costs
no more a figure than a short one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.reconcile.likeness import Contrasts, likeness
from claims.reconcile.sameness import enough_is_said, near_in_value
from claims.reconcile.side import Found, Side

_LATEST = 24


@dataclass
class _Home:
    """The figures that were found to say the same, and what they say together so far."""

    side: Side
    members: list[int]


def merged(found: Sequence[Found]) -> list[Found]:
    """The figures of a text, with one side for those of one number that differ in nothing that is said."""
    found = _pointed(found)
    homes: dict[tuple[object, ...], list[_Home]] = defaultdict(list)
    owner: list[_Home] = []
    for number, figure in enumerate(found):
        side = figure.side
        known = homes[side.amount, side.state, side.besides]
        home = next((home for home in known[-_LATEST:] if _agree(home.side, side)), None)
        if home is None:
            home = _Home(side, [])
            known.append(home)
        else:
            home.side = _together(home.side, side)
        home.members.append(number)
        owner.append(home)
    whole = {id(home): _with_places(home, found) for home in owner}
    return [replace(figure, side=whole[id(home)]) for figure, home in zip(found, owner, strict=True)]


def _pointed(found: Sequence[Found]) -> list[Found]:
    """Figures that point to another ("the 123", a headline's) are planned or done as that one is."""
    first: dict[str, list[Side]] = defaultdict(list)
    for figure in found:
        known = first[figure.side.meaning.kind]
        if not figure.side.headline and len(known) < _LATEST:
            known.append(figure.side)
    pointed = []
    for figure in found:
        side = figure.side
        if side.definite or side.headline:
            other = next((other for other in first[side.meaning.kind] if _points_to(side, other)), side)
            meaning = replace(side.meaning, planned=other.meaning.planned)
            figure = replace(figure, side=replace(side, meaning=meaning))
        pointed.append(figure)
    return pointed


def _points_to(side: Side, other: Side) -> bool:
    alike = side.head == other.head if side.head else not side.words.isdisjoint(other.words)
    return alike and near_in_value(side.amount, other.amount)


def _agree(one: Side, other: Side) -> bool:
    if one.as_of and other.as_of and one.as_of != other.as_of:
        return False
    alike = likeness(one.meaning, other.meaning, Contrasts())
    return alike.is_same and enough_is_said(one, other, alike)


def _together(one: Side, other: Side) -> Side:
    """Two figures of one number as one: what either says, and only the limits that both give."""
    meaning = replace(
        one.meaning.filled_from(other.meaning),
        scopes=one.meaning.scopes & other.meaning.scopes,
        people=one.meaning.people & other.meaning.people,
    )
    return replace(
        one,
        meaning=meaning,
        contrasted=one.contrasted or other.contrasted,
        rival=one.rival or other.rival,
        as_of=one.as_of or other.as_of,
        speakers=one.speakers | other.speakers,
        whole=one.whole or other.whole,
        instead_of=one.instead_of or other.instead_of,
        qualifiers=one.qualifiers & other.qualifiers,
        head=one.head or other.head,
        words=one.words if other.words <= one.words else one.words | other.words,
        years=one.years & other.years,
        definite=one.definite and other.definite,
        tabled=one.tabled and other.tabled,
        headline=one.headline and other.headline,
    )


def _with_places(home: _Home, found: Sequence[Found]) -> Side:
    sides = [found[number].side for number in home.members]
    return replace(
        home.side,
        statements=frozenset().union(*(side.statements for side in sides)),
        names=frozenset().union(*(side.names for side in sides)),
    )
