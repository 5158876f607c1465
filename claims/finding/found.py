"""The pages of what was found: all of a kind in the same few statements, however many they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from typing import assert_never
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.capture_queries import captures_numbered, held_back
from claims.evidence.queries import evidence_numbered
from claims.factchecks.queries import pages_of as factchecks_of
from claims.finding.entries import Name
from claims.finding.pages import Found, FoundClaim
from claims.handle_parts import slug_in
from claims.judging.cases import cases_of
from claims.judging.policy import Policy
from claims.judging.scope import Scope
from claims.judging.status import derive_status
from claims.judging.withholding import kept_back
from claims.kinds import SearchedIn
from claims.models import ClaimRow, DocumentRow, PlacementRow, RevisionRow
from claims.registry.queries import sources_numbered
from claims.stored import statements_at


def pages_of(
    session: Session, names: Collection[Name], policy: Policy, now: datetime
) -> Mapping[Name, Found]:
    """The pages of what was found, by where it was found and its handle."""
    named: defaultdict[SearchedIn, list[str]] = defaultdict(list)
    for within, handle in names:
        named[within].append(handle)
    return {
        (within, page.handle): page
        for within, handles in named.items()
        for page in _pages(session, within, handles, policy, now)
    }


def _pages(
    session: Session, within: SearchedIn, handles: Collection[str], policy: Policy, now: datetime
) -> Iterable[Found]:
    numbers = list(map(_number, handles))
    match within:
        case SearchedIn.CLAIMS:
            return _claims(session, handles, policy, now)
        case SearchedIn.EVIDENCE:
            return evidence_numbered(session, numbers)
        case SearchedIn.SOURCES:
            return sources_numbered(session, numbers)
        case SearchedIn.CAPTURES:
            return held_back(session, captures_numbered(session, numbers))
        case SearchedIn.FACTCHECKS:
            return factchecks_of(session, handles).values()
        case other:
            assert_never(other)


def _number(handle: str) -> int:
    return int(handle.rpartition(":")[2])


def _claims(
    session: Session, handles: Collection[str], policy: Policy, now: datetime
) -> Iterator[FoundClaim]:
    """Claims as they last stood, each with its status; which verdict waits for a second one is not told."""
    claims = _named(session, set(handles))
    present = _present(session, {document for _, document in claims.values()})
    last = _last_placements(session, claims)
    cases = cases_of(session, Scope(claims=tuple(claims)))
    for placed in statements_at(session, [placement for placement, _ in last.values()]):
        slug, document = claims[placed.claim]
        _, revision = last[placed.claim]
        standing = derive_status(cases[placed.claim], policy, now)
        yield FoundClaim(
            handle=f"{slug}:{placed.number}",
            text=placed.quote,
            statement=placed.statement,
            standing=kept_back(standing) if standing.awaits_second else standing,
            cut_in=revision + 1 if revision < present[document] else None,
        )


def _named(session: Session, handles: Collection[str]) -> dict[UUID, tuple[str, UUID]]:
    """The claims of these handles by their keys, each with the slug and the key of its document."""
    documents = select(DocumentRow.id, DocumentRow.slug).where(
        DocumentRow.slug.in_(set(map(slug_in, handles)))
    )
    slugs = {row.id: row.slug for row in session.execute(documents)}
    # Whole handles are not compared by the database, which would go through all claims for them.
    claims = select(ClaimRow.id, ClaimRow.document_id, ClaimRow.number).where(
        ClaimRow.document_id.in_(slugs), ClaimRow.number.in_(set(map(_number, handles)))
    )
    return {
        id: (slugs[document], document)
        for id, document, number in session.execute(claims)
        if f"{slugs[document]}:{number}" in handles
    }


def _present(session: Session, documents: Collection[UUID]) -> dict[UUID, int]:
    query = select(RevisionRow.document_id, func.max(RevisionRow.number)).group_by(RevisionRow.document_id)
    rows = session.execute(query.where(RevisionRow.document_id.in_(documents)))
    return {row[0]: row[1] for row in rows}


def _last_placements(session: Session, claims: Collection[UUID]) -> dict[UUID, tuple[UUID, int]]:
    """Where each claim stood last: its placement, and the number of the revision."""
    query = (
        select(PlacementRow.claim_id, PlacementRow.id, RevisionRow.number)
        .join(RevisionRow, RevisionRow.id == PlacementRow.revision_id)
        .where(PlacementRow.claim_id.in_(claims))
        .order_by(RevisionRow.number)
    )
    return {claim: (placement, number) for claim, placement, number in session.execute(query)}
