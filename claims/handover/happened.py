"""What happened since somebody left, read from the log itself: only what came after is read.

A query only. Rows are asked for what the log does not hold: the names that ids stand for, and the words of
notes, of which it has digests. The cost is in proportion to what came after, not to the length of the log.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from claims.corrections.models import CorrectionRow
from claims.evidence.models import ContactRow, EvidenceRow
from claims.evidence.pages import PREFIX as EVIDENCE
from claims.handles import documents_of, story_of
from claims.handover.models import AssignmentRow, NoteRow
from claims.handover.queries import assigned_to
from claims.handover.sentences import tell
from claims.handover.told import Happened, Logged, Names, Row, SincePage, Told, concerns, is_about, veiled
from claims.handover.veiling import waiting_for_a_second
from claims.judging.people import is_same_person
from claims.judging.policy import Policy
from claims.models import ClaimRow, DocumentRow
from ledger.events import EVENTS

_NOT_TOLD = frozenset(("placements", "figures", "attributions", "listed_sources", "stretches"))
"""Tables of which no sentence tells anything; they are most of what a text writes."""

_AT_ONCE = 5_000
"""How many ids are named to the database in one statement; SQLite takes no more than some 30,000."""


def since(
    session: Session,
    policy: Policy,
    reader: str,
    *,
    now: datetime,
    left: datetime | None = None,
    about: str | None = None,
) -> SincePage:
    """What happened since `left`, or since the last thing that the reader did; without either, everything.

    `about` is a story, or one document, and leaves only what is about it. A verdict that waits for a second
    one is not told. Raises `UnknownDocument`.
    """
    wanted = None if about is None else _wanted(session, about)
    last = None if left is not None else _last_of(session, reader)
    after = EVENTS.c.at >= left if left is not None else EVENTS.c.seq > (last[0] if last else 0)
    logged = list(_logged(session, after))
    names = _names(session, logged)
    told = [tell(one, names) for one in logged]
    waiting = _waiting(session, names, policy, now)
    mine = frozenset(assigned_to(session, reader))
    happened = tuple(
        Happened(one, tuple(_for(reader, mine, waiting, says)), noun, is_same_person(one.by, reader))
        for one, (says, noun) in zip(logged, told, strict=True)
        if wanted is None or is_about(says, one, names, wanted)
    )
    return SincePage(reader, left or (last[1] if last else None), left is not None, happened)


def _for(reader: str, mine: frozenset[str], waiting: frozenset[str], told: Iterable[Told]) -> Iterator[Told]:
    for one in told:
        yield concerns(veiled(one, waiting), reader, mine)


def _wanted(session: Session, about: str) -> frozenset[str]:
    """The name that an entry about it bears. Raises `UnknownDocument` where there is none of that name."""
    if not documents_of(session, about):
        story_of(session, about)
    return frozenset((about,))


def _last_of(session: Session, reader: str) -> tuple[int, datetime] | None:
    """The number and the time of the last thing that somebody did; `None` where they did nothing."""
    actors = [
        name for name in session.scalars(select(EVENTS.c.actor).distinct()) if is_same_person(name, reader)
    ]
    if not actors:
        return None
    last = select(func.max(EVENTS.c.seq)).where(EVENTS.c.actor.in_(actors)).scalar_subquery()
    row = session.execute(select(EVENTS.c.seq, EVENTS.c.at).where(EVENTS.c.seq == last)).one()
    return row.seq, row.at


def _logged(session: Session, after: ColumnElement[bool]) -> Iterator[Logged]:
    rows = session.execute(
        select(EVENTS).where(after).order_by(EVENTS.c.seq), execution_options={"yield_per": 1_000}
    )
    for row in rows:
        inserted: Mapping[str, Sequence[Row]] = json.loads(row.body)["inserted"]
        kept = {table: written for table, written in inserted.items() if table not in _NOT_TOLD}
        yield Logged(row.seq, row.at, row.actor, row.action, row.subject, row.leaf.hex(), kept)


def _names(session: Session, logged: Sequence[Logged]) -> Names:
    """What the ids in entries stand for, asked for all of them at once."""
    evidence = {
        id: (f"{EVIDENCE}{number}", claim)
        for id, number, claim in _found(
            session,
            select(EvidenceRow.id, EvidenceRow.number, EvidenceRow.claim_id),
            EvidenceRow.id,
            _ids(logged, "evidence_id"),
        )
    }
    asked = select(ContactRow.id, ContactRow.claim_id)
    contacts: dict[UUID, UUID] = dict(_found(session, asked, ContactRow.id, _ids(logged, "contact_id")))
    claims = _ids(logged, "claim_id") | set(contacts.values()) | {claim for _, claim in evidence.values()}
    return Names(
        claims=_claims(session, claims),
        evidence=evidence,
        contacts=contacts,
        corrections=_corrections(session, _ids(logged, "correction_id")),
        stories=dict(session.execute(select(DocumentRow.slug, DocumentRow.story)).all()),
        owners=_owners(session, _ids(logged, "claim_id", table="assignments")),
        notes=dict(
            _found(
                session,
                select(NoteRow.id, NoteRow.text).where(NoteRow.text.is_not(None)),
                NoteRow.id,
                _ids(logged, "id", table="notes"),
            )
        ),
    )


def _claims(session: Session, ids: Collection[UUID]) -> dict[UUID, str]:
    query = select(ClaimRow.id, DocumentRow.slug, ClaimRow.number).join(
        DocumentRow, DocumentRow.id == ClaimRow.document_id
    )
    return {id: f"{slug}:{number}" for id, slug, number in _found(session, query, ClaimRow.id, ids)}


def _corrections(session: Session, ids: Collection[UUID]) -> dict[UUID, str]:
    """What each correction is about: a claim, or a document as a whole."""
    query = (
        select(CorrectionRow.id, DocumentRow.slug, ClaimRow.number)
        .join(DocumentRow, DocumentRow.id == CorrectionRow.document_id)
        .outerjoin(ClaimRow, ClaimRow.id == CorrectionRow.claim_id)
    )
    return {
        id: slug if number is None else f"{slug}:{number}"
        for id, slug, number in _found(session, query, CorrectionRow.id, ids)
    }


def _owners(session: Session, claims: Collection[UUID]) -> dict[tuple[UUID, int], str]:
    query = select(AssignmentRow.claim_id, AssignmentRow.ordinal, AssignmentRow.assigned_to)
    return {
        (claim, ordinal): to
        for claim, ordinal, to in _found(session, query, AssignmentRow.claim_id, claims)
        if to is not None
    }


def _waiting(session: Session, names: Names, policy: Policy, now: datetime) -> frozenset[str]:
    """The handles of the claims, among those told of, that have a verdict which waits for a second one."""
    waiting = waiting_for_a_second(session, names.claims.keys(), policy, now=now)
    return frozenset(names.claims[claim] for claim in waiting)


def _ids(logged: Iterable[Logged], column: str, *, table: str | None = None) -> set[UUID]:
    """The ids that stand in a column of the rows that were written."""
    return {
        UUID(str(row[column]))
        for one in logged
        for name, rows in one.inserted.items()
        if table is None or name == table
        for row in rows
        if row.get(column)
    }


def _found(
    session: Session,
    query: Select[*tuple[Any, ...]],
    column: InstrumentedAttribute[UUID],
    ids: Collection[UUID],
) -> Iterator[Any]:
    """The rows of a query that bear one of the ids."""
    wanted = sorted(ids)
    for start in range(0, len(wanted), _AT_ONCE):
        yield from session.execute(query.where(column.in_(wanted[start : start + _AT_ONCE])))
