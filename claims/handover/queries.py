"""Who has which claim, who is at it now, and what was noted; pages come out, nothing is written.

For many claims as for one it takes the same few statements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from claims.evidence.models import ContactRow, EvidenceRow, SearchRow
from claims.handover.models import AssignmentRow, NoteRow, WorkRow
from claims.handover.pages import Assignment, AtWork, DeskPage, NotePage
from claims.judging.people import folded, is_same_person
from claims.models import ClaimRow, DocumentRow, ReviewRow

QUIET = timedelta(hours=4)
"""Who has done nothing on a claim for so long is no longer at it."""

_MOST_NAMED = 1_000
"""So many claims are named to the database; for more it is asked for everything, which is sooner done."""


def desk_of(session: Session, claims: Collection[UUID], *, now: datetime) -> Mapping[UUID, DeskPage]:
    """What the desk has to know of each of the claims; those of which there is nothing are left out."""
    assigned, at_it = assignments_of(session, claims), work_of(session, claims, now=now)
    notes: defaultdict[UUID, list[NotePage]] = defaultdict(list)
    for claim, note in _notes(session, _among(claims, ClaimRow.id)):
        if claim is not None:
            notes[claim].append(note)
    wanted = set(claims) & (assigned.keys() | at_it.keys() | notes.keys())
    return {
        claim: DeskPage(assigned.get(claim), at_it.get(claim, ()), tuple(notes[claim])) for claim in wanted
    }


def assignments_of(session: Session, claims: Collection[UUID]) -> Mapping[UUID, Assignment]:
    """Who has to check each of the claims; those that nobody has are left out."""
    query = (
        select(AssignmentRow)
        .where(_among(claims, AssignmentRow.claim_id))
        .order_by(AssignmentRow.claim_id, AssignmentRow.ordinal)
    )
    last = {row.claim_id: row for row in session.scalars(query)}
    return {
        claim: Assignment(row.assigned_to, row.assigned_by, row.at)
        for claim, row in last.items()
        if row.assigned_to is not None
    }


def assigned_to(session: Session, person: str) -> tuple[str, ...]:
    """The handles of the claims that somebody has to check."""
    last = (
        select(AssignmentRow.claim_id, func.max(AssignmentRow.ordinal).label("ordinal"))
        .group_by(AssignmentRow.claim_id)
        .subquery()
    )
    query = (
        select(AssignmentRow.assigned_to, DocumentRow.slug, ClaimRow.number)
        .join(
            last,
            (last.c.claim_id == AssignmentRow.claim_id) & (last.c.ordinal == AssignmentRow.ordinal),
        )
        .join(ClaimRow, ClaimRow.id == AssignmentRow.claim_id)
        .join(DocumentRow, DocumentRow.id == ClaimRow.document_id)
    )
    return tuple(
        f"{slug}:{number}"
        for to, slug, number in session.execute(query)
        if to is not None and is_same_person(to, person)
    )


def work_of(
    session: Session, claims: Collection[UUID], *, now: datetime
) -> Mapping[UUID, tuple[AtWork, ...]]:
    """Who is working on each of the claims `now`, in the order in which they began.

    Work ends when somebody says so, gives a verdict on the claim, or has done nothing on it for `QUIET`.
    """
    query = (
        select(WorkRow).where(_among(claims, WorkRow.claim_id)).order_by(WorkRow.claim_id, WorkRow.ordinal)
    )
    last = {(row.claim_id, folded(row.worker)): row for row in session.scalars(query)}
    begun = {key: row for key, row in last.items() if row.begun}
    if not begun:
        return {}
    at = {claim for claim, _ in begun}
    judged = _doings(session, at, [(ReviewRow.claim_id, ReviewRow.reviewer, ReviewRow.at)])
    done = _doings(
        session,
        at,
        [
            (EvidenceRow.claim_id, EvidenceRow.added_by, EvidenceRow.added_at),
            (SearchRow.claim_id, SearchRow.searched_by, SearchRow.at),
            (ContactRow.claim_id, ContactRow.contacted_by, ContactRow.at),
        ],
    )
    found: defaultdict[UUID, list[AtWork]] = defaultdict(list)
    for (claim, name), row in begun.items():
        judged_at, done_at = judged.get((claim, name)), done.get((claim, name))
        if judged_at is not None and judged_at >= row.at:
            continue
        if now - max(row.at, done_at or row.at) < QUIET:
            found[claim].append(AtWork(row.worker, row.at))
    return {claim: tuple(sorted(those, key=lambda one: one.since)) for claim, those in found.items()}


def note_pages(session: Session, story: str | None = None) -> tuple[tuple[UUID | None, NotePage], ...]:
    """The notes of a story, or all, in the order in which they were made, each with its claim."""
    return tuple(_notes(session, true() if story is None else NoteRow.story == story))


_Doing = tuple[InstrumentedAttribute[UUID], InstrumentedAttribute[str], InstrumentedAttribute[datetime]]


def _doings(
    session: Session, claims: Collection[UUID], columns: Iterable[_Doing]
) -> dict[tuple[UUID, str], datetime]:
    """When each person last did something on each claim, by the folded name."""
    last: dict[tuple[UUID, str], datetime] = {}
    for claim_id, by, at in columns:
        for claim, name, when in session.execute(select(claim_id, by, at).where(_among(claims, claim_id))):
            key = claim, folded(name)
            last[key] = max(when, last.get(key, when))
    return last


def _notes(session: Session, wanted: ColumnElement[bool]) -> Iterable[tuple[UUID | None, NotePage]]:
    query = (
        select(NoteRow, DocumentRow.slug, ClaimRow.number)
        .outerjoin(ClaimRow, ClaimRow.id == NoteRow.claim_id)
        .outerjoin(DocumentRow, DocumentRow.id == ClaimRow.document_id)
        .where(wanted)
        .order_by(NoteRow.at, NoteRow.id)
    )
    for row, slug, number in session.execute(query):
        claim = None if row.claim_id is None else f"{slug}:{number}"
        yield row.claim_id, NotePage(row.story, claim, row.text, row.noted_by, row.known, row.at)


def _among(claims: Collection[UUID], column: InstrumentedAttribute[UUID]) -> ColumnElement[bool]:
    return column.in_(claims) if len(claims) <= _MOST_NAMED else true()
