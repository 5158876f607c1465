"""Reads cases from the ledger: for some claims, for documents, or for all, in the same few statements.

It reads and judges nothing. Rows are taken as columns, not as objects, since there may be 100,000.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from claims.appearances.queries import evidence_from_appearances
from claims.evidence.models import ContactRow, EvidenceRow, RecheckRow, ReplyRow, SearchRow, WithdrawalRow
from claims.evidence.pages import PREFIX as EVIDENCE
from claims.judging.case import Asked, Case, Exhibit, SignedOff
from claims.judging.differences import differences_of
from claims.judging.models import OverrideRow, SignOffRow, TierRow
from claims.judging.people import folded
from claims.judging.scope import EVERYTHING, Scope, present_revisions
from claims.judging.tiers import suggest_tier
from claims.kinds import Recheck, SearchResult, Tier
from claims.models import (
    AttributionRow,
    FigureRow,
    PlacementRow,
    ReviewRow,
    RevisionRow,
)
from claims.pages import OverridePage, Reopened, ReviewPage
from claims.publishing.authors import authors_of
from claims.registry.models import SourceDetailRow, SourceGradeRow
from claims.reopened import parted, reopened_at
from claims.replies.models import ReplyRequestRow, RequestedClaimRow

Rows = Sequence[Any]
Reopenings = Mapping[UUID, Reopened]


def cases_of(session: Session, scope: Scope = EVERYTHING) -> dict[UUID, Case]:
    """The cases of the claims that stand in the present revisions of their documents."""
    placed = _placements(session, scope)
    reopened = reopened_at(session, scope.claims)
    reviews, exhibits = reviews_of(session, scope), _exhibits(session, scope, reopened)
    searches, asked = _searches(session, scope, reopened), _asked(session, scope)
    tiers, sign_offs = _tiers(session, scope, reopened), _sign_offs(session, scope, reopened)
    figures, credits = _with_figures(session, scope), _credits(session, scope)
    differences = differences_of(session, scope)
    authors = _authors(session, {document for _, _, document, *_ in placed})
    cases = {}
    for claim, placement, document, checkable, why_not, reported, kind, quote in placed:
        tier, tier_set_by = tiers.get(claim, (None, None))
        quoted = credits.get(placement)
        opened = reopened.get(claim)
        cases[claim] = Case(
            checkable=checkable,
            why_not=why_not,
            reported_unconfirmed=reported,
            attributed=quoted is not None,
            tier=tier or suggest_tier(quote, kind, has_figure=placement in figures, quoted=bool(quoted)),
            tier_set_by=tier_set_by,
            differences=differences.get(claim, ()),
            reviews=tuple(parted(reviews.get(claim, ()), opened)[1]),
            exhibits=tuple(exhibits.get(claim, ())),
            searches=tuple(searches.get(claim, ())),
            asked=tuple(one for one in asked.get(claim, ()) if opened is None or opened.precedes(one.at)),
            asked_before=tuple(one for one in asked.get(claim, ()) if opened and not opened.precedes(one.at)),
            sign_offs=tuple(sign_offs.get(claim, ())),
            authors=authors[document],
            reopened_at=opened.at if opened else None,
        )
    return cases


def reviews_of(session: Session, scope: Scope) -> Mapping[UUID, list[ReviewPage]]:
    """The reviews of claims, in the order in which they were made."""
    query = (
        select(
            ReviewRow.claim_id,
            ReviewRow.verdict,
            ReviewRow.because,
            ReviewRow.reviewer,
            ReviewRow.known,
            ReviewRow.at,
            ReviewRow.policy,
            ReviewRow.question,
            ReviewRow.role,
            ReviewRow.blind,
            ReviewRow.differed,
            OverrideRow.because,
            OverrideRow.for_readers,
            OverrideRow.overridden_by,
            OverrideRow.at,
        )
        .outerjoin(OverrideRow, OverrideRow.review_id == ReviewRow.id)
        .order_by(ReviewRow.claim_id, ReviewRow.ordinal)
    )
    found: defaultdict[UUID, list[ReviewPage]] = defaultdict(list)
    rows: Rows = session.execute(query.where(*scope.of(ReviewRow.claim_id))).all()
    for claim, *review, differed, because, for_readers, by, at in rows:
        override = None if by is None else OverridePage(because, for_readers, by, at)
        rivals = None if differed is None else frozenset(map(UUID, differed))
        found[claim].append(replace(ReviewPage(*review), override=override, differed=rivals))
    return found


def _placements(session: Session, scope: Scope) -> Rows:
    """Where claims stand now and what was read there; of one that was cut, where it stood last."""
    query = select(
        PlacementRow.claim_id,
        PlacementRow.id,
        RevisionRow.document_id,
        PlacementRow.checkable,
        PlacementRow.why_not,
        PlacementRow.reported_unconfirmed,
        PlacementRow.kind,
        PlacementRow.quote,
    ).join(RevisionRow, RevisionRow.id == PlacementRow.revision_id)
    if scope.claims is not None:
        query = query.where(PlacementRow.claim_id.in_(scope.claims)).order_by(RevisionRow.number)
        return list({row.claim_id: row for row in session.execute(query)}.values())
    present = present_revisions()
    query = query.join(present, present.c.id == RevisionRow.id)
    query = query.where(*scope.of(PlacementRow.claim_id)).order_by(PlacementRow.id)
    return session.execute(query).all()


def _with_figures(session: Session, scope: Scope) -> set[UUID]:
    """The placements that hold a figure of something: what is counted, or a unit, is known."""
    query = select(FigureRow.placement_id).where(
        or_(FigureRow.counted.is_not(None), FigureRow.unit.is_not(None))
    )
    return set(session.scalars(query.where(*scope.of_placements(FigureRow.placement_id))))


def _credits(session: Session, scope: Scope) -> dict[UUID, bool]:
    """The placements with which somebody is credited, and whether it is with direct speech."""
    query = select(AttributionRow.placement_id, AttributionRow.quoted)
    found: dict[UUID, bool] = {}
    for placement, quoted in session.execute(query.where(*scope.of_placements(AttributionRow.placement_id))):
        found[placement] = quoted or found.get(placement, False)
    return found


def _exhibits(session: Session, scope: Scope, reopened: Reopenings) -> Mapping[UUID, list[Exhibit]]:
    names = _source_names(session, scope)
    stale, appearances = _stale_since(session, scope), evidence_from_appearances(session, scope)
    found: defaultdict[UUID, list[Exhibit]] = defaultdict(list)
    for row in _evidence(session, scope):
        claim, id, number, stance, question, origin, source, primary, interest, grade, fit, withdrawn, at = (
            row
        )
        if claim in reopened and not reopened[claim].counts(number):
            continue
        found[claim].append(
            Exhibit(
                handle=f"{EVIDENCE}{number}",
                stance=stance,
                question=question,
                origin=origin,
                source=names.get(source, origin) if source else origin,
                primary=bool(primary),
                interest=interest,
                grade=grade,
                fit=fit,
                withdrawn=withdrawn is not None,
                stale_since=stale.get(id),
                at=at,
                is_appearance=number in appearances,
            )
        )
    return found


def _evidence(session: Session, scope: Scope) -> Rows:
    """The evidence on claims in the order in which it was added, with its grade and its withdrawal."""
    query = (
        select(
            EvidenceRow.claim_id,
            EvidenceRow.id,
            EvidenceRow.number,
            EvidenceRow.stance,
            EvidenceRow.question,
            EvidenceRow.origin,
            EvidenceRow.source_id,
            EvidenceRow.primary,
            EvidenceRow.interest,
            SourceGradeRow.grade,
            EvidenceRow.fit,
            WithdrawalRow.at,
            EvidenceRow.added_at,
        )
        .outerjoin(SourceGradeRow, SourceGradeRow.id == EvidenceRow.grade_id)
        .outerjoin(WithdrawalRow, WithdrawalRow.evidence_id == EvidenceRow.id)
        .order_by(EvidenceRow.number)
    )
    return session.execute(query.where(*scope.of(EvidenceRow.claim_id))).all()


def _source_names(session: Session, scope: Scope) -> dict[UUID, str]:
    """What the sources of the evidence are called now; of protected ones that is a code name."""
    used = select(EvidenceRow.source_id).where(*scope.of(EvidenceRow.claim_id))
    query = select(SourceDetailRow.source_id, SourceDetailRow.name).where(SourceDetailRow.source_id.in_(used))
    return dict(session.execute(query.order_by(SourceDetailRow.ordinal)).all())


def _stale_since(session: Session, scope: Scope) -> dict[UUID, datetime]:
    """When each quote was last found altered or gone; a quote that was found again is not stale."""
    query = (
        select(RecheckRow.evidence_id, RecheckRow.outcome, RecheckRow.at)
        .join(EvidenceRow, EvidenceRow.id == RecheckRow.evidence_id)
        .order_by(RecheckRow.evidence_id, RecheckRow.ordinal)
    )
    found: dict[UUID, datetime] = {}
    for evidence, outcome, at in session.execute(query.where(*scope.of(EvidenceRow.claim_id))):
        if outcome in (Recheck.QUOTE_ALTERED, Recheck.QUOTE_GONE):
            found.setdefault(evidence, at)
        elif outcome is not Recheck.PAGE_GONE:
            found.pop(evidence, None)
    return found


def _searches(session: Session, scope: Scope, reopened: Reopenings) -> Mapping[UUID, list[SearchResult]]:
    query = select(SearchRow.claim_id, SearchRow.result, SearchRow.at)
    rows = session.execute(
        query.where(*scope.of(SearchRow.claim_id)).order_by(SearchRow.claim_id, SearchRow.ordinal)
    )
    return _by_claim(
        (claim, result) for claim, result, at in rows if claim not in reopened or reopened[claim].precedes(at)
    )


def _asked(session: Session, scope: Scope) -> Mapping[UUID, list[Asked]]:
    """Who was asked about each claim, in its words of any time; whom stands in the request, if in one."""
    answers: dict[UUID, bool] = {}
    replies = select(ReplyRow.contact_id, ReplyRow.answered).join(
        ContactRow, ContactRow.id == ReplyRow.contact_id
    )
    for contact, answered in session.execute(replies.where(*scope.of(ContactRow.claim_id))):
        answers[contact] = answered or answers.get(contact, False)
    query = (
        select(
            ContactRow.claim_id,
            ContactRow.id,
            func.coalesce(ReplyRequestRow.whom, ContactRow.whom),
            ContactRow.at,
            ContactRow.due,
        )
        .outerjoin(RequestedClaimRow, RequestedClaimRow.contact_id == ContactRow.id)
        .outerjoin(ReplyRequestRow, ReplyRequestRow.id == RequestedClaimRow.request_id)
        .order_by(ContactRow.claim_id, ContactRow.ordinal)
    )
    return _by_claim(
        (claim, Asked(whom, at, due, answers.get(id)))
        for claim, id, whom, at, due in session.execute(query.where(*scope.of(ContactRow.claim_id)))
    )


def _tiers(session: Session, scope: Scope, reopened: Reopenings) -> dict[UUID, tuple[Tier, str]]:
    """The tier that a person set for the words that each claim has now."""
    query = select(TierRow.claim_id, TierRow.tier, TierRow.set_by, TierRow.at)
    query = query.where(*scope.of(TierRow.claim_id)).order_by(TierRow.claim_id, TierRow.ordinal)
    return {
        claim: (tier, by)
        for claim, tier, by, at in session.execute(query)
        if claim not in reopened or reopened[claim].precedes(at)
    }


def _sign_offs(session: Session, scope: Scope, reopened: Reopenings) -> Mapping[UUID, list[SignedOff]]:
    query = select(SignOffRow.claim_id, SignOffRow.role, SignOffRow.signed_by, SignOffRow.at)
    rows = session.execute(
        query.where(*scope.of(SignOffRow.claim_id)).order_by(SignOffRow.claim_id, SignOffRow.ordinal)
    )
    return _by_claim(
        (claim, SignedOff(role, by, at))
        for claim, role, by, at in rows
        if claim not in reopened or reopened[claim].precedes(at)
    )


def _authors(session: Session, documents: Collection[UUID]) -> dict[UUID, frozenset[str]]:
    """By document, the folded names of those who wrote it."""
    named = authors_of(session, documents)
    return {document: frozenset(map(folded, names)) for document, names in named.items()}


def _by_claim(rows: Iterable[tuple[UUID, Any]]) -> Mapping[UUID, list[Any]]:
    found: defaultdict[UUID, list[Any]] = defaultdict(list)
    for claim, value in rows:
        found[claim].append(value)
    return found
