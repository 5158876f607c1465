"""Which evidence there is, what was looked for and who was asked; pages come out, nothing is written.

For many claims as for one it takes the same few statements. When, where and how somebody who is
protected spoke is left out of every page, unless it is asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, TypeAlias, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, exists, func, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from claims.errors import UnknownEvidence
from claims.evidence.covering import covering
from claims.evidence.models import (
    ContactRow,
    EvidenceRow,
    RecheckRow,
    ReplyRow,
    SearchRow,
    WithdrawalRow,
)
from claims.evidence.pages import (
    PREFIX,
    ContactPage,
    EvidencePage,
    LookingPage,
    RecheckPage,
    ReplyPage,
    SearchPage,
    WithdrawalPage,
)
from claims.handle_parts import number_in
from claims.handles import find_claim, find_document
from claims.models import AttributionRow, CaptureRow, ClaimRow, DocumentRow, PlacementRow, RevisionRow
from claims.registry.models import SourceDetailRow, SourceGradeRow, SourceRow
from claims.registry.queries import standing_merges
from claims.replies.models import ReplyRequestRow, RequestedClaimRow

_MOST_NAMED = 1_000
"""So many claims are named to the database; for more it is asked for everything, which is sooner done."""

_AS_THEY_STAND = tuple(field.name for field in fields(EvidencePage) if hasattr(EvidenceRow, field.name))
"""The columns of evidence that a page shows under their own names."""

_Page = TypeVar("_Page")
_Query: TypeAlias = Select[Any]


def evidence_of(
    session: Session, claims: Collection[UUID], *, protected: bool = False
) -> Mapping[UUID, tuple[EvidencePage, ...]]:
    """The evidence on each of the claims, in the order in which it was added; withdrawn evidence too.

    Claims without any are left out. `protected` tells when, where and how protected sources spoke as well.
    """
    query = _everything().where(_among(claims, EvidenceRow.claim_id))
    return _by_claim(claims, _evidence(session, query, protected=protected))


def searches_of(session: Session, claims: Collection[UUID]) -> Mapping[UUID, tuple[SearchPage, ...]]:
    """Who looked for evidence on each of the claims, in order; claims that nobody looked for are left out."""
    query = select(SearchRow).where(_among(claims, SearchRow.claim_id))
    rows = session.scalars(query.order_by(SearchRow.claim_id, SearchRow.ordinal))
    return _by_claim(
        claims,
        (
            (
                row.claim_id,
                SearchPage(row.place, row.terms, row.result, row.note, row.searched_by, row.known, row.at),
            )
            for row in rows
        ),
    )


def contacts_of(session: Session, claims: Collection[UUID]) -> Mapping[UUID, tuple[ContactPage, ...]]:
    """Who was asked about each of the claims, with what came of it; claims without any are left out."""
    asked = _among(claims, ContactRow.claim_id)
    query = (
        select(ContactRow, ReplyRequestRow)
        .outerjoin(RequestedClaimRow, RequestedClaimRow.contact_id == ContactRow.id)
        .outerjoin(ReplyRequestRow, ReplyRequestRow.id == RequestedClaimRow.request_id)
        .where(asked)
        .order_by(ContactRow.claim_id, ContactRow.ordinal)
    )
    rows = session.execute(query).all()
    answers = select(ReplyRow).join(ContactRow, ContactRow.id == ReplyRow.contact_id).where(asked)
    replies: defaultdict[UUID, list[ReplyPage]] = defaultdict(list)
    for reply in session.scalars(answers.order_by(ReplyRow.at, ReplyRow.id)):
        page = ReplyPage(reply.answered, reply.answer, reply.noted_by, reply.at)
        replies[reply.contact_id].append(page)
    return _by_claim(
        claims, ((row.claim_id, _contact(row, request, replies[row.id])) for row, request in rows)
    )


def evidence_pages(
    session: Session, where: str | None = None, *, source: UUID | None = None, protected: bool = False
) -> tuple[EvidencePage, ...]:
    """The evidence of the ledger, of one document ("ferries") or on one claim ("ferries:12").

    `source` leaves only what is from that source. Raises `UnknownDocument` or `UnknownClaim`.
    """
    query = _everything()
    if where is not None and ":" in where:
        query = query.where(EvidenceRow.claim_id == find_claim(session, where).id)
    elif where is not None:
        query = query.where(ClaimRow.document_id == find_document(session, where))
    if source is not None:
        query = query.where(EvidenceRow.source_id == source)
    return _covering(session, list(_evidence(session, query, protected=protected)))


def looking_page(session: Session, handle: str) -> LookingPage:
    """What was looked for on a claim, and who was asked. Raises `UnknownDocument` or `UnknownClaim`."""
    claim = find_claim(session, handle)
    searches, contacts = searches_of(session, [claim.id]), contacts_of(session, [claim.id])
    return LookingPage(claim.handle, searches.get(claim.id, ()), contacts.get(claim.id, ()))


def evidence_page(session: Session, handle: str, *, protected: bool = False) -> EvidencePage:
    """One piece of evidence by its handle, as in evidence:7, or its number. Raises `UnknownEvidence`."""
    query = _everything().where(EvidenceRow.id == find_evidence(session, handle))
    return _covering(session, list(_evidence(session, query, protected=protected)))[0]


def evidence_numbered(session: Session, numbers: Collection[int]) -> tuple[EvidencePage, ...]:
    """The evidence of these numbers, without what it covers of its claims."""
    query = _everything().where(EvidenceRow.number.in_(numbers))
    return tuple(page for _, page in _evidence(session, query, protected=False))


def find_evidence(session: Session, handle: str) -> UUID:
    """The key of a piece of evidence by its handle, as in evidence:7. Raises `UnknownEvidence`."""
    found = session.scalar(select(EvidenceRow.id).where(EvidenceRow.number == number_in(handle, PREFIX)))
    if found is None:
        last = session.scalar(select(func.max(EvidenceRow.number))) or 0
        there = f"it runs from {PREFIX}1 to {PREFIX}{last}" if last else "there is none yet"
        raise UnknownEvidence(
            f"there is no evidence {handle!r}; {there}; list it with: factdesk evidence list"
        )
    return found


def _everything() -> _Query:
    """All evidence with what it points to, in the order in which it was added."""
    last = (
        select(RecheckRow.evidence_id, func.max(RecheckRow.ordinal).label("ordinal"))
        .group_by(RecheckRow.evidence_id)
        .subquery()
    )
    return (
        select(
            *(getattr(EvidenceRow, name) for name in _AS_THEY_STAND),
            EvidenceRow.claim_id,
            EvidenceRow.source_id,
            EvidenceRow.added_by,
            EvidenceRow.added_at,
            DocumentRow.slug,
            ClaimRow.number.label("claim_number"),
            CaptureRow.number.label("capture_number"),
            CaptureRow.began,
            CaptureRow.file_sha256,
            SourceGradeRow.grade,
            WithdrawalRow,
            RecheckRow,
        )
        .join(ClaimRow, ClaimRow.id == EvidenceRow.claim_id)
        .join(DocumentRow, DocumentRow.id == ClaimRow.document_id)
        .outerjoin(CaptureRow, CaptureRow.id == EvidenceRow.capture_id)
        .outerjoin(SourceGradeRow, SourceGradeRow.id == EvidenceRow.grade_id)
        .outerjoin(WithdrawalRow, WithdrawalRow.evidence_id == EvidenceRow.id)
        .outerjoin(last, last.c.evidence_id == EvidenceRow.id)
        .outerjoin(
            RecheckRow, (RecheckRow.evidence_id == EvidenceRow.id) & (RecheckRow.ordinal == last.c.ordinal)
        )
        .order_by(EvidenceRow.number)
    )


def _evidence(session: Session, query: _Query, *, protected: bool) -> Iterator[tuple[UUID, EvidencePage]]:
    rows = session.execute(query).all()
    if not rows:
        return
    sources, captures = _sources(session), _captures_of_rechecks(session, rows)
    for row in rows:
        page = _page(row, sources.get(row.source_id), captures)
        yield row.claim_id, page if protected or not page.protected else _held_back(page)


def _covering(session: Session, found: Sequence[tuple[UUID, EvidencePage]]) -> tuple[EvidencePage, ...]:
    """The pages with what their words cover of their claims as these now read."""
    claims = words_of_claims(session, {claim for claim, _ in found})
    return tuple(covering(page, *claims[claim]) for claim, page in found)


def _page(row: Row[Any], source: tuple[int, str, bool] | None, captures: Mapping[UUID, str]) -> EvidencePage:
    number, name, protected = source or (None, None, False)
    return EvidencePage(
        **dict(zip(_AS_THEY_STAND, row, strict=False)),
        claim=f"{row.slug}:{row.claim_number}",
        capture=f"capture:{row.capture_number}" if row.capture_number else None,
        source=f"source:{number}" if number else None,
        source_name=name,
        protected=protected,
        grade=row.grade,
        by=row.added_by,
        at=row.added_at,
        withdrawn=_withdrawal(row.WithdrawalRow),
        recheck=_recheck(row.RecheckRow, captures),
        captured_at=row.began,
        capture_sha256=row.file_sha256,
    )


def _held_back(page: EvidencePage) -> EvidencePage:
    return replace(page, on_date=None, place=None, how=None, captured_at=None, held_back=True)


def _withdrawal(row: WithdrawalRow | None) -> WithdrawalPage | None:
    return None if row is None else WithdrawalPage(row.because, row.withdrawn_by, row.at)


def _recheck(row: RecheckRow | None, captures: Mapping[UUID, str]) -> RecheckPage | None:
    if row is None:
        return None
    return RecheckPage(row.outcome, row.now, captures[row.capture_id] if row.capture_id else None, row.at)


def _captures_of_rechecks(session: Session, rows: Iterable[Row[Any]]) -> dict[UUID, str]:
    """The handles of the captures in which quotes were looked for again."""
    if not any(row.RecheckRow for row in rows):
        return {}
    query = select(CaptureRow.id, CaptureRow.number).join(RecheckRow, RecheckRow.capture_id == CaptureRow.id)
    return {id: f"capture:{number}" for id, number in session.execute(query.distinct())}


def _sources(session: Session) -> dict[UUID, tuple[int, str, bool]]:
    """For every source its number, its name now and whether that is a code name, as merged by now."""
    query = (
        select(SourceRow.id, SourceRow.number, SourceDetailRow.name, SourceRow.protected)
        .join(SourceDetailRow, SourceDetailRow.source_id == SourceRow.id)
        .order_by(SourceDetailRow.ordinal)
    )
    names = {id: (number, name, protected) for id, number, name, protected in session.execute(query)}
    merges = standing_merges(session)
    for id in names:
        into = id
        while into in merges:
            into = merges[into].into_id
        names[id] = names[into]
    return names


def _contact(row: ContactRow, request: ReplyRequestRow | None, replies: Iterable[ReplyPage]) -> ContactPage:
    """A contact; whom it was and what was asked stands in the request where it is part of one."""
    return ContactPage(
        number=row.ordinal,
        whom=request.whom if request else row.whom,
        channel=row.channel,
        asked=request.put if request else row.asked,
        due=row.due,
        by=row.contacted_by,
        known=row.known,
        at=row.at,
        replies=tuple(replies),
        request=request.number if request else None,
    )


def words_of_claims(session: Session, claims: Collection[UUID]) -> dict[UUID, tuple[str, str | None]]:
    """What claims say as they now read, with the language; one that was taken out has its last words."""
    rows = session.execute(
        select(PlacementRow.claim_id, PlacementRow.quote, RevisionRow.language)
        .join(RevisionRow, RevisionRow.id == PlacementRow.revision_id)
        .where(_among(claims, PlacementRow.claim_id))
        .order_by(RevisionRow.number)
    )
    return {claim: (quote, language) for claim, quote, language in rows}


def credits_somebody(session: Session, claim: UUID) -> bool:
    """Whether a claim credits somebody with what it says, as it now reads or did last."""
    last = (
        select(PlacementRow.id)
        .join(RevisionRow, RevisionRow.id == PlacementRow.revision_id)
        .where(PlacementRow.claim_id == claim)
        .order_by(RevisionRow.number.desc())
        .limit(1)
        .scalar_subquery()
    )
    return bool(session.scalar(select(exists().where(AttributionRow.placement_id == last))))


def _among(claims: Collection[UUID], column: InstrumentedAttribute[UUID]) -> ColumnElement[bool]:
    return column.in_(claims) if len(claims) <= _MOST_NAMED else true()


def _by_claim(claims: Collection[UUID], pages: Iterable[tuple[UUID, _Page]]) -> dict[UUID, tuple[_Page, ...]]:
    wanted = set(claims)
    found: defaultdict[UUID, list[_Page]] = defaultdict(list)
    for claim, page in pages:
        if claim in wanted:
            found[claim].append(page)
    return {claim: tuple(listed) for claim, listed in found.items()}
