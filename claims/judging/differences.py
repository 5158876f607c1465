"""Reads which figures of a claim differ from others of its story, and what people said of those others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from claims.judging.case import Difference
from claims.judging.scope import Scope, present_revisions
from claims.kinds import Relation
from claims.models import DocumentRow, FigureRow, PlacementRow, RelatedFigureRow, RelationRow, ReviewRow


@dataclass(frozen=True, slots=True)
class _Place:
    """A claim on one side of a difference, and since when its words are known."""

    claim: UUID
    since: datetime


def differences_of(session: Session, scope: Scope) -> Mapping[UUID, tuple[Difference, ...]]:
    """By claim, in which figures it differs from others of its story, as they were last related."""
    sides = _sides(session, scope)
    verdicts = _last_verdicts(
        session, {place.claim for both in sides.values() for side in both for place in side}
    )
    found: defaultdict[UUID, dict[str, Difference]] = defaultdict(dict)
    for (_, reason, _), (one, other) in sides.items():
        for side, against in ((one, other), (other, one)):
            if not against:
                continue
            others = tuple(verdicts.get(claim) for claim in dict.fromkeys(place.claim for place in against))
            for place in side:
                since = max(place.since, min(rival.since for rival in against))
                found[place.claim].setdefault(reason, Difference(reason, since, others))
    return {claim: tuple(told.values()) for claim, told in found.items()}


Sides = dict[tuple[str, str, int], tuple[list[_Place], list[_Place]]]


def _sides(session: Session, scope: Scope) -> Sides:
    """Every conflict of the stories concerned, with the claims that hold the figures of its two sides."""
    present = present_revisions()
    query = (
        select(
            RelationRow.story,
            RelationRow.reason,
            RelationRow.ordinal,
            RelatedFigureRow.group == RelationRow.a,
            PlacementRow.claim_id,
            present.c.added_at,
        )
        .join(
            RelatedFigureRow,
            (RelatedFigureRow.story == RelationRow.story)
            & or_(RelatedFigureRow.group == RelationRow.a, RelatedFigureRow.group == RelationRow.b),
        )
        .join(DocumentRow, DocumentRow.slug == RelatedFigureRow.slug)
        .join(present, present.c.document_id == DocumentRow.id)
        .join(PlacementRow, PlacementRow.revision_id == present.c.id)
        .join(
            FigureRow,
            (FigureRow.placement_id == PlacementRow.id) & (FigureRow.ordinal == RelatedFigureRow.ordinal),
        )
        .where(RelationRow.relation == Relation.CONFLICT, *scope.of_stories(RelationRow.story))
        .order_by(RelationRow.story, RelationRow.ordinal, PlacementRow.claim_id)
    )
    found: Sides = {}
    for story, reason, ordinal, is_first, claim, since in session.execute(query):
        sides = found.setdefault((story, reason, ordinal), ([], []))
        sides[0 if is_first else 1].append(_Place(claim, since))
    return found


def _last_verdicts(session: Session, claims: Iterable[UUID]) -> dict[UUID, str]:
    query = select(ReviewRow.claim_id, ReviewRow.verdict).where(ReviewRow.claim_id.in_(sorted(claims)))
    return dict(session.execute(query.order_by(ReviewRow.ordinal)).all())
