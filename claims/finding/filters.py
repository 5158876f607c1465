"""What of a ledger is searched: its kinds, a story, a document, statuses, since when.

Of what a protected source told or showed nobody learns when it came: with `since` it is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice

from sqlalchemy import ColumnElement, false, or_, select
from sqlalchemy.orm import Session

from claims.captured import PREFIX as CAPTURE
from claims.evidence.models import EvidenceRow
from claims.evidence.pages import PREFIX as EVIDENCE
from claims.factchecks.models import FactCheckRow
from claims.factchecks.pages import PREFIX as FACTCHECK
from claims.finding.asked import Part
from claims.finding.entries import Name
from claims.finding.index import Among, Index
from claims.handles import find_document, find_story
from claims.judging.cases import cases_of
from claims.judging.policy import Policy
from claims.judging.scope import Scope
from claims.judging.status import derive_status
from claims.kinds import SearchedIn, Status
from claims.models import CaptureRow, ClaimRow, DocumentRow
from claims.registry.models import SourceRow
from claims.registry.pages import PREFIX as SOURCE
from claims.registry.queries import standing_merges

_DOCUMENTS_AT_ONCE = 100
_LISTED = (SearchedIn.EVIDENCE, SearchedIn.SOURCES, SearchedIn.CAPTURES, SearchedIn.FACTCHECKS)


@dataclass(frozen=True, slots=True)
class Filters:
    """What of the ledger is searched; `None`, or none, is no filter. With `statuses` it is claims alone."""

    within: tuple[SearchedIn, ...] = ()
    story: str | None = None
    document: str | None = None
    statuses: tuple[Status, ...] = ()
    since: datetime | None = None


def among(session: Session, index: Index, filters: Filters) -> Among:
    """What is looked through in the index. Raises `UnknownDocument` or `UnknownStory`."""
    slugs = _slugs(session, filters)
    within = (SearchedIn.CLAIMS,) if filters.statuses else filters.within or tuple(SearchedIn)
    if slugs is None and filters.since is None:
        return Among(within)
    index.allow(_allowed(session, filters, slugs))
    since = filters.since.astimezone(UTC).isoformat() if filters.since else None
    return Among(within, claims_of=slugs, since=since, listed=_LISTED)


def of_status(
    session: Session, index: Index, parts: Sequence[Part], among: Among, policy: Policy,
    statuses: Sequence[Status], now: datetime,
) -> Among:  # fmt: skip
    """The same, and of claims only those of some statuses, derived for the documents that hold the words."""
    slugs = iter(index.slugs(parts, among))
    while some := tuple(islice(slugs, _DOCUMENTS_AT_ONCE)):
        index.allow(_of_status(session, some, policy, statuses, now))
    return replace(among, listed=(*among.listed, SearchedIn.CLAIMS))


def evidence_among(session: Session, filters: Filters) -> list[ColumnElement[bool]]:
    """The filters as conditions on rows of evidence."""
    return _of_evidence(filters, _slugs(session, filters))


def _slugs(session: Session, filters: Filters) -> tuple[str, ...] | None:
    """The documents that are meant; `None` where all are."""
    slugs = find_story(session, filters.story) if filters.story is not None else None
    if filters.document is None:
        return slugs
    find_document(session, filters.document)
    return (filters.document,) if slugs is None or filters.document in slugs else ()


def _of_status(
    session: Session, slugs: Sequence[str], policy: Policy, statuses: Sequence[Status], now: datetime
) -> Iterator[Name]:
    documents = tuple(session.scalars(select(DocumentRow.id).where(DocumentRow.slug.in_(slugs))))
    query = (
        select(ClaimRow.id, DocumentRow.slug, ClaimRow.number)
        .join(DocumentRow, DocumentRow.id == ClaimRow.document_id)
        .where(ClaimRow.document_id.in_(documents))
    )
    handles = {id: f"{slug}:{number}" for id, slug, number in session.execute(query)}
    for claim, case in cases_of(session, Scope(documents=documents)).items():
        if derive_status(case, policy, now).status in statuses:
            yield SearchedIn.CLAIMS, handles[claim]


def _allowed(session: Session, filters: Filters, slugs: Sequence[str] | None) -> Iterator[Name]:
    """What is meant beside claims."""
    evidence = select(EvidenceRow.number).where(*_of_evidence(filters, slugs))
    yield from ((SearchedIn.EVIDENCE, f"{EVIDENCE}{number}") for number in session.scalars(evidence))
    captures = select(CaptureRow.number).where(*_of_captures(filters, slugs))
    yield from ((SearchedIn.CAPTURES, f"{CAPTURE}{number}") for number in session.scalars(captures))
    factchecks = select(FactCheckRow.number).where(*_of_factchecks(filters, slugs))
    yield from ((SearchedIn.FACTCHECKS, f"{FACTCHECK}{number}") for number in session.scalars(factchecks))
    yield from ((SearchedIn.SOURCES, f"{SOURCE}{number}") for number in _sources(session, filters, slugs))


def _of_evidence(filters: Filters, slugs: Sequence[str] | None) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if slugs is not None:
        claims = select(ClaimRow.id).join(DocumentRow, DocumentRow.id == ClaimRow.document_id)
        conditions.append(EvidenceRow.claim_id.in_(claims.where(DocumentRow.slug.in_(slugs))))
    if filters.since is not None:
        open_ones = select(SourceRow.id).where(SourceRow.protected.is_(False))
        conditions += [
            EvidenceRow.added_at >= filters.since,
            or_(EvidenceRow.source_id.is_(None), EvidenceRow.source_id.in_(open_ones)),
        ]
    return conditions


def _of_captures(filters: Filters, slugs: Sequence[str] | None) -> list[ColumnElement[bool]]:
    """Captures of the story, and those that evidence on its documents quotes."""
    conditions: list[ColumnElement[bool]] = []
    if slugs is not None:
        quoted = select(EvidenceRow.capture_id).where(*_of_evidence(replace(filters, since=None), slugs))
        of_the_story = CaptureRow.story == filters.story if filters.document is None else false()
        conditions.append(
            or_(of_the_story, CaptureRow.id.in_(quoted.where(EvidenceRow.capture_id.is_not(None))))
        )
    if filters.since is not None:
        protected = (
            select(EvidenceRow.capture_id)
            .join(SourceRow, SourceRow.id == EvidenceRow.source_id)
            .where(SourceRow.protected, EvidenceRow.capture_id.is_not(None))
        )
        conditions += [CaptureRow.added_at >= filters.since, CaptureRow.id.not_in(protected)]
    return conditions


def _of_factchecks(filters: Filters, slugs: Sequence[str] | None) -> list[ColumnElement[bool]]:
    """Fact-checks of others are of no story."""
    if slugs is not None:
        return [false()]
    return [FactCheckRow.at >= filters.since] if filters.since is not None else []


def _sources(session: Session, filters: Filters, slugs: Sequence[str] | None) -> Iterator[int]:
    """The numbers of the sources that evidence on the documents is from, as merged by now."""
    query = select(SourceRow.id, SourceRow.number)
    if filters.since is not None:
        query = query.where(SourceRow.added_at >= filters.since)
    numbers = {row.id: row.number for row in session.execute(query)}
    if slugs is None:
        yield from numbers.values()
        return
    merges = standing_merges(session)
    evidence = select(EvidenceRow.id).where(*_of_evidence(replace(filters, since=None), slugs))
    used = select(SourceRow.id).join(EvidenceRow, EvidenceRow.source_id == SourceRow.id)
    for id in session.scalars(used.where(EvidenceRow.id.in_(evidence)).distinct()):
        while id in merges:
            id = merges[id].into_id
        if id in numbers:
            yield numbers[id]
