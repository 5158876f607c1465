"""Revising documents: the next version of a known text becomes a revision, its claims keep their numbers.

Comparing comes first and writes nothing; the action takes a session and a pen and never commits. What
becomes of each claim is told by `claims/revising/` and kept, a row for each claim of either version. How
people cut the text into claims is kept by every later version.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.cut_claims import claims_put_back
from claims.documents import Offer
from claims.errors import StoryMoved
from claims.evidence.models import EvidenceRow
from claims.kinds import ClaimChange, RegroupingKind
from claims.models import ClaimChangeRow, ClaimRow, DocumentRow, ReviewRow, RevisionRow
from claims.present import present_revision, read_in
from claims.publishing.furniture import unsigned_rows
from claims.publishing.models import FurnitureSignatureRow
from claims.reading import RULES
from claims.reading.record import Reading, Stretch
from claims.regrouping.carrying import Misfit, cut_as_before
from claims.regrouping.models import RegroupingRow
from claims.revising import revised
from claims.revising.record import Outcome
from claims.stored import PlacedStatement
from claims.storing import Row, revision_rows
from ledger.base import Base
from ledger.pen import Pen
from ledger.record import record


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody did to the cutting of a text, the `number`th of its document.

    `of` are the numbers of the claims that it was done to, `made` those of the claims that it made. `signed`
    are words which are no part of the article, as whoever did it says.
    """

    number: int
    kind: RegroupingKind
    of: tuple[int, ...]
    made: tuple[int, ...]
    because: str | None
    signed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """The next version of a document, compared with its revision `number - 1` and ready to be stored.

    `placed` are its statements, each with the claim that it goes on from or a new one; `outcomes` are
    what became of the claims, first in the same order, then those of `dropped`. It was read by the rules
    of that version. Where somebody cut the same words anew, `act` says what they did.
    """

    offered: Offer
    document: UUID
    story: str
    number: int
    placed: tuple[PlacedStatement, ...]
    dropped: tuple[UUID, ...]
    outcomes: tuple[Outcome, ...]
    rules: str = RULES
    act: Act | None = None


def compared(session: Session, pen: Pen, offered: Offer, present: RevisionRow) -> Revision:
    """The next version of a document beside its present revision, cut as people cut that."""
    known, was = read_in(session, present)
    cut = cut_as_before(was, offered.reading)
    now = replace(offered, reading=cut.reading)
    outcomes = list(revised(was, now.reading))
    for misfit in cut.misfits:
        outcomes = list(_unfit(session, was, now, outcomes, misfit, present))
    return put_together(session, pen, present, now, known, outcomes)


def put_together(
    session: Session,
    pen: Pen,
    present: RevisionRow,
    offered: Offer,
    known: Sequence[PlacedStatement],
    outcomes: Sequence[Outcome],
) -> Revision:
    """What becomes of the claims `known` in a further revision, with those put back that were cut before."""
    document = session.get_one(DocumentRow, present.document_id)
    became = list(outcomes)
    claims = {one.new: known[one.old] for one in became if one.new is not None and one.old is not None}
    new = [at for at in range(len(offered.reading.statements)) if at not in claims]
    for claim, back in claims_put_back(session, present, offered.reading, new):
        if back.new is not None:
            became[back.new], claims[back.new] = back, claim
    last = session.scalar(select(func.max(ClaimRow.number)).where(ClaimRow.document_id == document.id)) or 0
    return Revision(
        offered,
        document.id,
        document.story,
        present.number + 1,
        placed=tuple(_placed(pen, offered, claims, last)),
        dropped=tuple(known[one.old].claim for one in became if one.old is not None and one.new is None),
        outcomes=tuple(became),
    )


def revise(session: Session, pen: Pen, revision: Revision) -> None:
    """Store a revision, its new claims, and what became of the others, as one event.

    Raises `StoryMoved` where the document was revised in between, and then stores nothing.
    """
    document, slug, now = revision.document, revision.offered.slug, pen.clock()
    if present_revision(session, document).number != revision.number - 1:
        raise StoryMoved(f"somebody else revised {slug} just now; run the command again")
    id = pen.new_id()
    own = {**revision.offered.origin, "document_id": document, "number": revision.number, "added_at": now}
    own["rules"] = revision.rules
    new: list[Row] = [
        {"id": placed.claim, "document_id": document, "number": placed.number}
        for placed, outcome in zip(revision.placed, revision.outcomes, strict=False)
        if outcome.change is ClaimChange.NEW
    ]
    rows: dict[type[Base], list[Row]] = {
        ClaimRow: new,
        **revision_rows(pen, revision.offered.reading, revision.placed, {"id": id, **own}),
        ClaimChangeRow: _changes(session, pen, revision, id, now),
    }
    if revision.act is None:
        record(session, pen, action="document.revise", subject=slug, rows=rows, at=now)
    else:
        rows[RegroupingRow] = [_regrouping(pen, revision.act, document, id, now)]
        rows[FurnitureSignatureRow] = unsigned_rows(
            session, pen, document, revision.act.signed, revision.act.because or "", now
        )
        record(session, pen, action=f"claim.{revision.act.kind.value}", subject=slug, rows=rows, at=now)


def _unfit(
    session: Session,
    was: Reading,
    now: Offer,
    outcomes: Sequence[Outcome],
    misfit: Misfit,
    present: RevisionRow,
) -> Iterator[Outcome]:
    """The outcomes, where a cut of people holds no more: its claims are dropped, what stands there is new."""
    why = f"{_told(session, now.slug, present, misfit.was)} no longer fits: {misfit.why}."
    lost = {at for at, one in enumerate(was.statements) if (one.start, one.end) in misfit.was.cut}
    there = {at for at, one in enumerate(now.reading.statements) if (one.start, one.end) in misfit.read}
    moved: set[int] = set()
    for one in outcomes:
        if one.new in there and (one.old is None or one.old in lost):
            moved.update(() if one.old is None else (one.old,))
            yield Outcome(ClaimChange.NEW, None, one.new, why)
        elif one.new is None and one.old in lost:
            yield Outcome(ClaimChange.DROPPED, one.old, None, why)
        else:
            yield one
    for old in sorted(moved):
        yield Outcome(ClaimChange.DROPPED, old, None, why)


def _told(session: Session, slug: str, present: RevisionRow, stretch: Stretch) -> str:
    """What people did to a stretch: "The split of storm:12"."""
    query = select(RegroupingRow).where(
        RegroupingRow.document_id == present.document_id, RegroupingRow.number == stretch.acts[-1]
    )
    act = session.scalars(query).one()
    of = " and ".join(f"{slug}:{number}" for number in act.of or act.made)
    match act.kind:
        case RegroupingKind.SPLIT:
            return f"The split of {of}"
        case RegroupingKind.JOIN:
            return f"The join of {of}"
        case RegroupingKind.CLAIM:
            return f"That {of} is no furniture"
        case RegroupingKind.FURNITURE:
            return f"That {of} is no part of the article"
        case _:
            assert_never(act.kind)


def _regrouping(pen: Pen, act: Act, document: UUID, revision: UUID, now: datetime) -> Row:
    return {
        "id": pen.new_id(),
        "document_id": document,
        "number": act.number,
        "revision_id": revision,
        "kind": act.kind,
        "of": list(act.of),
        "made": list(act.made),
        "because": act.because,
        "by": pen.actor,
        "known": pen.known,
        "at": now,
    }


def _placed(
    pen: Pen, offered: Offer, claims: Mapping[int, PlacedStatement], last: int
) -> Iterator[PlacedStatement]:
    """The statements of the new version with their claims; new ones count on from the last number given."""
    for at, statement in enumerate(offered.reading.statements):
        before = claims.get(at)
        if before is None:
            last += 1
        claim, number = (before.claim, before.number) if before else (pen.new_id(), last)
        yield PlacedStatement(claim, pen.new_id(), number, offered.reading.quote(statement), statement)


def _changes(session: Session, pen: Pen, revision: Revision, id: UUID, now: datetime) -> list[Row]:
    """A row for each claim; one that is opened again keeps how many reviews it had until then."""
    reviews = _reviews(session, revision.document)
    evidence = session.scalar(select(func.max(EvidenceRow.number))) or 0
    claims = [*(placed.claim for placed in revision.placed), *revision.dropped]
    return [
        {
            "id": pen.new_id(),
            "claim_id": claim,
            "revision_id": id,
            "change": outcome.change,
            "why": outcome.why,
            "difference": [[run.was, run.now] for run in outcome.difference],
            "reviews": reviews.get(claim, 0),
            "evidence": evidence,
            "at": now,
        }
        for claim, outcome in zip(claims, revision.outcomes, strict=True)
    ]


def _reviews(session: Session, document: UUID) -> Mapping[UUID, int]:
    """How many reviews each claim of a document has."""
    query = (
        select(ReviewRow.claim_id, func.count().label("made"))
        .join(ClaimRow, ClaimRow.id == ReviewRow.claim_id)
        .where(ClaimRow.document_id == document)
        .group_by(ReviewRow.claim_id)
    )
    return {row.claim_id: row.made for row in session.execute(query)}
