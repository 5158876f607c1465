"""Which conflicts stand once the whole story is seen, and what they leave in doubt.

Two figures that can't both hold may still be two numbers of a list, or a whole and a part of it
that another text names. Looks at groups that were related; no pair is compared anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from claims.kinds import Relation
from claims.reconcile.amounts import Amount
from claims.reconcile.gathered import Gathered, Related, Relations
from claims.reconcile.pairing import Finding
from claims.reconcile.sameness import in_one_article, two_voices
from claims.reconcile.side import Side

_AGREEING = frozenset({Relation.EQUAL, Relation.ROUNDED, Relation.BOUNDED})
_TWO = 2
_LONG_LIST = 6
_LISTED = Finding(
    Relation.UNCLEAR, "The text gives more than two numbers of the sort: rather a list than rival counts."
)
_MAY_BE_PART = Finding(
    Relation.UNCLEAR,
    "One gives the number of what another text counts as a part of the other, and may mean it.",
)


def standing_conflicts(groups: Sequence[Gathered], related: Sequence[Related]) -> list[Related]:
    """The relations of a story, without the conflicts that the rest of the story explains."""
    listed, parts = _listed(groups, related), _Parts(related)
    return [
        _explained(relation, listed, parts) if relation.finding.relation is Relation.CONFLICT else relation
        for relation in related
    ]


def _explained(relation: Related, listed: set[int], parts: _Parts) -> Related:
    if {relation.a, relation.b} <= listed:
        return replace(relation, finding=_LISTED, same=False)
    for whole, rival in ((relation.a, relation.b), (relation.b, relation.a)):
        if parts.may_be_one(rival, whole):
            return replace(relation, finding=_MAY_BE_PART, same=False)
    return relation


def _listed(groups: Sequence[Gathered], related: Sequence[Related]) -> set[int]:
    """The figures of a list: one article gives more than two numbers in conflict, or many of one sort.

    What it tells as the counts of so many speakers ("the police", "the organisers", "a survey") is none.
    """
    rivals: dict[int, set[int]] = defaultdict(set)
    of_one_voice: set[int] = set()
    for relation in related:
        a, b = groups[relation.a].side, groups[relation.b].side
        if relation.finding.relation is Relation.CONFLICT and in_one_article(a, b):
            rivals[relation.a].add(relation.b)
            rivals[relation.b].add(relation.a)
            of_one_voice |= set() if two_voices(a, b) else {relation.a, relation.b}
    sorts: dict[tuple[object, ...], set[Amount]] = defaultdict(set)
    for group in groups:
        sorts[_sort_of(group.side)].add(group.side.amount)
    return {
        group
        for group, others in rivals.items()
        if len(sorts[_sort_of(groups[group].side)]) > _LONG_LIST
        or (
            not of_one_voice.isdisjoint({group, *others})
            and len({groups[number].side.amount for near in others for number in (near, *rivals[near])})
            > _TWO
        )
    }


def _sort_of(side: Side) -> tuple[object, ...]:
    """Figures of one text that differ in nothing of this are numbers of one sort."""
    meaning = side.meaning
    return side.home, meaning.kind, meaning.measure, side.head, meaning.holder, meaning.change


class _Parts:
    """What a story counts as parts of what, and which figures agree."""

    def __init__(self, related: Sequence[Related]) -> None:
        self.parts: dict[int, set[int]] = defaultdict(set)
        self.agreeing: dict[int, set[int]] = defaultdict(set)
        for relation in related:
            if relation.finding.relation is Relation.PART_OF:
                self.parts[relation.b].add(relation.a)
            elif relation.finding.relation in _AGREEING:
                self.agreeing[relation.a].add(relation.b)
                self.agreeing[relation.b].add(relation.a)

    def may_be_one(self, rival: int, whole: int) -> bool:
        """Whether a figure that agrees with the rival is part of the whole, or of one that agrees with it.

        Where one text gives 40 in all and 36 of them in the north, another's 36 without a place
        may well be those in the north.
        """
        alike = self.agreeing[rival] | {rival}
        return any(alike & self.parts[other] for other in (whole, *self.agreeing[whole]))


def with_doubts(groups: Sequence[Gathered], relations: Relations) -> Relations:
    """Parts of a figure that a better supported one in the same text contradicts, without their remainder."""
    doubted = {
        weak: strong
        for relation in relations.related
        if relation.finding.relation is Relation.CONFLICT
        for weak, strong in ((relation.a, relation.b), (relation.b, relation.a))
        if groups[weak].side.home == groups[strong].side.home
        and len(groups[weak].members) < len(groups[strong].members)
    }
    return replace(
        relations, related=tuple(_doubted(groups, relation, doubted) for relation in relations.related)
    )


def _doubted(groups: Sequence[Gathered], relation: Related, doubted: dict[int, int]) -> Related:
    if relation.finding.relation is not Relation.PART_OF or relation.b not in doubted:
        return relation
    whole, rival = groups[relation.b].side.quote, groups[doubted[relation.b]].side.quote
    part = groups[relation.a].side.quote
    reason = (
        f"{part} is part of what {whole} counts; what is left depends on whether {whole} or {rival} holds."
    )
    return replace(relation, finding=replace(relation.finding, reason=reason, residual=None))
