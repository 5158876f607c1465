"""Reads which figures of a claim differ from others of its story, and what people said of those others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from claims.judging.case import Difference
from claims.judging.scope import Scope, present_revisions
from claims.kinds import Relation
from claims.models import DocumentRow, FigureRow, PlacementRow, RelatedFigureRow, RelationRow, ReviewRow
from claims.reopened import reopened_at, worded_since

Sides = dict[tuple[str, str, int], tuple[list[UUID], list[UUID]]]


def differences_of(session: Session, scope: Scope) -> Mapping[UUID, tuple[Difference, ...]]:
    """By claim, in which figures it differs from others of its story, as they were last related."""
    sides = _sides(session, scope)
    claims = {claim for both in sides.values() for side in both for claim in side}
    verdicts, worded = _last_verdicts(session, claims), worded_since(session, claims)
    found: defaultdict[UUID, dict[str, Difference]] = defaultdict(dict)
    for (_, reason, _), (one, other) in sides.items():
        for side, against in ((one, other), (other, one)):
            if not against:
                continue
            others = tuple(verdicts.get(claim) for claim in dict.fromkeys(against))
            for claim in side:
                since = max(worded[claim], min(worded[rival] for rival in against))
                found[claim].setdefault(reason, Difference(reason, since, others, frozenset(against)))
    return {claim: tuple(told.values()) for claim, told in found.items()}


def _sides(session: Session, scope: Scope) -> Sides:
    """Every conflict of the stories concerned, with the claims that hold the figures of its two sides."""
    conflicts = RelationRow.relation == Relation.CONFLICT, *scope.of_stories(RelationRow.story)
    if session.scalar(select(RelationRow.story).where(*conflicts).limit(1)) is None:
        return {}  # the database would go through all placements to find that out
    present = present_revisions()
    query = (
        select(
            RelationRow.story,
            RelationRow.reason,
            RelationRow.ordinal,
            RelatedFigureRow.group == RelationRow.a,
            PlacementRow.claim_id,
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
        .where(*conflicts)
        .order_by(RelationRow.story, RelationRow.ordinal, PlacementRow.claim_id)
    )
    found: Sides = {}
    for story, reason, ordinal, is_first, claim in session.execute(query):
        sides = found.setdefault((story, reason, ordinal), ([], []))
        sides[0 if is_first else 1].append(claim)
    return found


def _last_verdicts(session: Session, claims: Iterable[UUID]) -> dict[UUID, str]:
    """The last verdict on each claim's present words."""
    wanted = sorted(claims)
    reopened = reopened_at(session, wanted)
    query = select(ReviewRow.claim_id, ReviewRow.ordinal, ReviewRow.verdict)
    rows = session.execute(query.where(ReviewRow.claim_id.in_(wanted)).order_by(ReviewRow.ordinal))
    return {
        claim: verdict
        for claim, ordinal, verdict in rows
        if claim not in reopened or ordinal > reopened[claim].reviews
    }
