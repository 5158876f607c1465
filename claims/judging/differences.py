"""Reads which figures of a claim differ from others of its story, and what people said of those others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from claims.judging.case import Difference
from claims.judging.scope import Scope, present_revisions
from claims.kinds import Relation
from claims.models import DocumentRow, FigureRow, PlacementRow, RelatedFigureRow, RelationRow, ReviewRow
from claims.reopened import reopened_at, worded_since

Side = list[UUID]
"""The claims that hold the figures of one side; one that holds two of them twice."""

_ASKED_BY_NAME = 1_000
"""More are not named to the database one by one."""


class _Conflict(NamedTuple):
    """Two groups of figures of a story that can't both hold, and why."""

    story: str
    a: str
    b: str
    reason: str


def differences_of(session: Session, scope: Scope) -> Mapping[UUID, tuple[Difference, ...]]:
    """By claim, in which figures it differs from others of its story, as they were last related."""
    conflicts = _conflicts(session, scope)
    if not conflicts:
        return {}
    sides = _sides(session, conflicts)
    claims = {claim for side in sides.values() for claim in side}
    verdicts, worded = _last_verdicts(session, claims), worded_since(session, claims)
    found: defaultdict[UUID, dict[str, Difference]] = defaultdict(dict)
    for story, a, b, reason in conflicts:
        for side, against in ((sides[story, a], sides[story, b]), (sides[story, b], sides[story, a])):
            if not against:
                continue
            others = tuple(verdicts.get(claim) for claim in dict.fromkeys(against))
            rivals, earliest = frozenset(against), min(worded[rival] for rival in against)
            for claim in side:
                since = max(worded[claim], earliest)
                found[claim].setdefault(reason, Difference(reason, since, others, rivals))
    wanted = found.keys() if scope.claims is None else scope.claims
    return {claim: tuple(found[claim].values()) for claim in wanted if claim in found}


def _conflicts(session: Session, scope: Scope) -> list[_Conflict]:
    """The conflicts of the stories concerned; where claims are named, those of their figures alone."""
    query = select(RelationRow.story, RelationRow.a, RelationRow.b, RelationRow.reason).where(
        RelationRow.relation == Relation.CONFLICT, *scope.of_stories(RelationRow.story)
    )
    rows = session.execute(query.order_by(RelationRow.story, RelationRow.ordinal))
    conflicts = [_Conflict(*row) for row in rows]
    if scope.claims is None or not conflicts:
        return conflicts
    theirs = _groups_of(session, scope.claims)
    return [one for one in conflicts if not theirs.isdisjoint({(one.story, one.a), (one.story, one.b)})]


def _groups_of(session: Session, claims: Collection[UUID]) -> set[tuple[str, str]]:
    """The story and group of each figure that some claims hold in the present texts."""
    query = (
        _placed(RelatedFigureRow.story, RelatedFigureRow.group)
        .join(
            RelatedFigureRow,
            (RelatedFigureRow.story == DocumentRow.story)
            & (RelatedFigureRow.slug == DocumentRow.slug)
            & (RelatedFigureRow.ordinal == FigureRow.ordinal),
        )
        .where(PlacementRow.claim_id.in_(claims))
    )
    return {(story, group) for story, group in session.execute(query)}


def _sides(session: Session, conflicts: Iterable[_Conflict]) -> Mapping[tuple[str, str], Side]:
    """By story and group, the claims that hold its figures in the present texts.

    Figures and claims are brought together here: a database may look through a text for each figure.
    """
    wanted = {(one.story, group) for one in conflicts for group in (one.a, one.b)}
    stories, groups = {story for story, _ in wanted}, {group for _, group in wanted}
    related = select(
        RelatedFigureRow.slug, RelatedFigureRow.ordinal, RelatedFigureRow.story, RelatedFigureRow.group
    ).where(RelatedFigureRow.story.in_(stories))
    if len(groups) <= _ASKED_BY_NAME:
        related = related.where(RelatedFigureRow.group.in_(groups))
    group_of = {
        (slug, ordinal): (story, group)
        for slug, ordinal, story, group in session.execute(related)
        if (story, group) in wanted
    }
    placed = _placed(DocumentRow.slug, FigureRow.ordinal, PlacementRow.claim_id).where(
        DocumentRow.story.in_(stories)
    )
    ordinals = {ordinal for _, ordinal in group_of}
    if len(ordinals) <= _ASKED_BY_NAME:
        placed = placed.where(FigureRow.ordinal.in_(ordinals))
    sides: dict[tuple[str, str], Side] = {key: [] for key in wanted}
    for slug, ordinal, claim in session.execute(placed.order_by(PlacementRow.claim_id)):
        if key := group_of.get((slug, ordinal)):
            sides[key].append(claim)
    return sides


def _placed(*columns: InstrumentedAttribute[Any]) -> Select[Any]:
    """Some columns of the figures of the present texts, with the claims and documents that hold them."""
    present = present_revisions()
    return (
        select(*columns)
        .select_from(FigureRow)
        .join(PlacementRow, PlacementRow.id == FigureRow.placement_id)
        .join(present, present.c.id == PlacementRow.revision_id)
        .join(DocumentRow, DocumentRow.id == present.c.document_id)
    )


def _last_verdicts(session: Session, claims: Iterable[UUID]) -> dict[UUID, str]:
    """The last verdict on each claim's present words."""
    wanted = set(claims)
    reopened = reopened_at(session, wanted)
    query = select(ReviewRow.claim_id, ReviewRow.ordinal, ReviewRow.verdict)
    if len(wanted) <= _ASKED_BY_NAME:
        query = query.where(ReviewRow.claim_id.in_(wanted))
    return {
        claim: verdict
        for claim, ordinal, verdict in session.execute(query.order_by(ReviewRow.ordinal))
        if claim in wanted and (claim not in reopened or ordinal > reopened[claim].reviews)
    }
