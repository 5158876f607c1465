"""Compares cited pages with later captures, and records what became of each quote, as one event a watch.

What an earlier watch found in the same capture is not recorded again. The last recheck counts, so a page
that has its old words back heals.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.captured import PREFIX as CAPTURE
from claims.captured import CapturePage
from claims.evidence.models import EvidenceRow, RecheckRow
from claims.evidence.pages import PREFIX as EVIDENCE
from claims.handle_parts import number_in
from claims.models import CaptureRow
from claims.watching.cited import Cited, CitedPages
from claims.watching.comparing import CannotTell, compare
from claims.watching.pages import Looked, NotLooked
from ledger.pen import Pen
from ledger.record import record

NOTHING_NEWER = "nothing newer than what it rests on has been captured"


@dataclass(frozen=True, slots=True)
class Watched:
    """What came of looking at every cited page: quotes that were looked for, and those that could not be."""

    looked: tuple[Looked, ...]
    not_looked: tuple[NotLooked, ...]


def look_again(pages: CitedPages, captures: Mapping[str, CapturePage | None]) -> Watched:
    """Compare each cited page with its later capture, by address; `None` where there is none."""
    found = [_look(one, captures[one.url]) for one in pages.cited]
    return Watched(
        tuple(one for one in found if isinstance(one, Looked)),
        (*(one for one in found if isinstance(one, NotLooked)), *pages.unwatchable),
    )


def record_watch(session: Session, pen: Pen, name: str, looked: Sequence[Looked]) -> None:
    """Record what a watch over `name` found anew, as one event; nothing where it found nothing new."""
    new = [one for one in looked if one.is_new]
    if not new:
        return
    evidence, captures = _evidence_ids(session, new), _capture_ids(session, new)
    before = _how_often(session)
    now = pen.clock()
    rows = [
        {
            "id": pen.new_id(),
            "evidence_id": evidence[one.evidence],
            "ordinal": before.get(evidence[one.evidence], 0) + 1,
            "capture_id": captures[one.after],
            "outcome": one.outcome,
            "now": one.now,
            "checked_by": pen.actor,
            "known": pen.known,
            "at": now,
        }
        for one in new
    ]
    record(session, pen, action="story.watch", subject=name, rows={RecheckRow: rows}, at=now)


def _look(cited: Cited, after: CapturePage | None) -> Looked | NotLooked:
    evidence, before = cited.evidence, cited.quoted.capture
    if after is None or after.number <= before.number:
        return NotLooked(evidence.handle, evidence.claim, cited.url, NOTHING_NEWER)
    found = compare(cited.quoted, after)
    if isinstance(found, CannotTell):
        return NotLooked(evidence.handle, evidence.claim, cited.url, found.why)
    last = evidence.recheck
    return Looked(
        evidence=evidence.handle,
        claim=evidence.claim,
        url=cited.url,
        quote=cited.quoted.words,
        outcome=found.outcome,
        now=found.now,
        difference=found.difference,
        before=before.handle,
        after=after.handle,
        is_new=last is None or (last.capture, last.outcome) != (after.handle, found.outcome),
    )


def _evidence_ids(session: Session, looked: Sequence[Looked]) -> dict[str, UUID]:
    numbers = {number_in(one.evidence, EVIDENCE) for one in looked}
    query = select(EvidenceRow.number, EvidenceRow.id).where(EvidenceRow.number.in_(numbers))
    return {f"{EVIDENCE}{number}": id for number, id in session.execute(query)}


def _capture_ids(session: Session, looked: Sequence[Looked]) -> dict[str, UUID]:
    numbers = {number_in(one.after, CAPTURE) for one in looked}
    query = select(CaptureRow.number, CaptureRow.id).where(CaptureRow.number.in_(numbers))
    return {f"{CAPTURE}{number}": id for number, id in session.execute(query)}


def _how_often(session: Session) -> dict[UUID, int]:
    """How often each piece of evidence was looked at again."""
    query = select(RecheckRow.evidence_id, func.max(RecheckRow.ordinal)).group_by(RecheckRow.evidence_id)
    return {evidence: times for evidence, times in session.execute(query) if times is not None}
