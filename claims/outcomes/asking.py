"""Asking for an outcome of a claim in a draft, and ending one by a person's word.

A later outcome takes the place of the one before. Whether a revision shows it is told by `showing`, and
is never written down.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.errors import BadOutcome
from claims.handles import FoundClaim, find_claim, find_document
from claims.judging.people import folded
from claims.kinds import OutcomeEnd, OutcomeKind, OutcomeState, Purpose
from claims.models import PlacementRow, RevisionRow
from claims.outcomes.models import OutcomeEndRow, OutcomeRow
from claims.outcomes.queries import outcomes_of
from claims.present import last_revision_of, present_revision
from claims.publishing.authors import authors_of, refuse_author
from claims.publishing.purpose import purposes_of
from claims.regrouping.queries import what_became_of
from claims.revising.wording import as_read
from claims.typed import reason, said
from ledger.pen import Pen
from ledger.record import record


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to become of a claim; without `owed_by` the only author that is known owes it."""

    kind: OutcomeKind
    wording: str | None = None
    because: str | None = None
    owed_by: str | None = None
    due: datetime | None = None


def ask_for(session: Session, pen: Pen, handle: str, wanted: Wanted) -> None:
    """Say what should become of a claim in a draft; what was asked of it before no longer counts.

    Raises `BadOutcome`, `OwnText`, `UnknownDocument` or `UnknownClaim`, and then stores nothing.
    """
    claim, now = find_claim(session, handle), pen.clock()
    document = find_document(session, claim.slug)
    refuse_author(session, pen, claim.slug, document)
    _refuse_public(session, claim.slug, document)
    revision = _standing_in(session, claim, document)
    wording = said(wanted.wording)
    _refuse_wording(session, claim, revision, wanted.kind, wording)
    if wanted.kind is OutcomeKind.LEAVE and (wanted.owed_by or wanted.due):
        raise BadOutcome(f"to leave {claim.handle} is owed by nobody; leave out --owed-by and --due")
    if wanted.due is not None and wanted.due <= now:
        raise BadOutcome(f"what becomes of {claim.handle} can't be due before now; give a time to come")
    row = {
        "id": pen.new_id(),
        "claim_id": claim.id,
        "ordinal": _how_many(session, claim) + 1,
        "revision_id": revision.id,
        "kind": wanted.kind,
        "wording": wording,
        "because": said(wanted.because),
        "owed_by": said(wanted.owed_by) or _only_author(session, document, wanted.kind),
        "due": wanted.due,
        "set_by": pen.actor,
        "known": pen.known,
        "at": now,
    }
    record(session, pen, action="claim.outcome", subject=claim.handle, rows={OutcomeRow: [row]}, at=now)


def end_outcome(
    session: Session, pen: Pen, handle: str, end: OutcomeEnd, *, because: str | None = None
) -> None:
    """Say that what was asked of a claim is done, or is asked no longer; the latter needs a reason.

    Raises `BadOutcome`, `EmptyReason`, `OwnText`, `UnknownDocument` or `UnknownClaim`.
    """
    claim, now = find_claim(session, handle), pen.clock()
    document = find_document(session, claim.slug)
    refuse_author(session, pen, claim.slug, document)
    dropped = end is OutcomeEnd.DROPPED
    why = reason(because or "", f"dropping what was asked of {claim.handle}") if dropped else said(because)
    _refuse_end(session, claim, document, end)
    asked = select(OutcomeRow.id).where(OutcomeRow.claim_id == claim.id)
    row = {
        "id": pen.new_id(),
        "outcome_id": session.scalars(asked.order_by(OutcomeRow.ordinal.desc()).limit(1)).one(),
        "end": end,
        "because": why,
        "ended_by": pen.actor,
        "known": pen.known,
        "at": now,
    }
    record(
        session, pen, action="claim.outcome_end", subject=claim.handle, rows={OutcomeEndRow: [row]}, at=now
    )


def _refuse_public(session: Session, slug: str, document: UUID) -> None:
    said = purposes_of(session, [document]).get(document)
    if said and said.purpose is Purpose.PUBLIC:
        raise BadOutcome(
            f"{slug} was published by others, and nothing can be asked of its writer; if it is a draft of "
            f"our own, say so with: factdesk document purpose {slug} draft"
        )


def _standing_in(session: Session, claim: FoundClaim, document: UUID) -> RevisionRow:
    """The present revision, in which the claim has to stand."""
    present, last = present_revision(session, document), last_revision_of(session, claim.id)
    if last.number < present.number:
        became = what_became_of(session, document, claim.id, claim.handle)
        raise BadOutcome(f"nothing is left to ask of {claim.handle}: it {became}")
    return present


def _refuse_wording(
    session: Session, claim: FoundClaim, revision: RevisionRow, kind: OutcomeKind, wording: str | None
) -> None:
    if wording is None:
        return
    if kind in (OutcomeKind.CUT, OutcomeKind.LEAVE):
        raise BadOutcome(
            f"to {kind.value} {claim.handle} takes no wording; with other words it is: "
            f'factdesk claim outcome {claim.handle} fix --wording "…"'
        )
    query = select(PlacementRow.quote).where(
        PlacementRow.claim_id == claim.id, PlacementRow.revision_id == revision.id
    )
    if as_read(session.scalars(query).one()) == as_read(wording):
        raise BadOutcome(f"{claim.handle} has these very words; give the words that it should have")


def _refuse_end(session: Session, claim: FoundClaim, document: UUID, end: OutcomeEnd) -> None:
    """Refuse to end what was not asked, has ended, or by the words of the draft isn't done."""
    pages = outcomes_of(session, document, only=[claim.id]).get(claim.id)
    if pages is None:
        raise BadOutcome(
            f"nothing was asked of {claim.handle}; ask with: factdesk claim outcome {claim.handle} fix|cut|…"
        )
    asked = pages[-1]
    if asked.end is not None:
        raise BadOutcome(
            f"what was asked of {claim.handle} was ended by {asked.end.by} already; ask anew with: "
            f"factdesk claim outcome {claim.handle} {asked.kind.value.replace('_', '-')}"
        )
    if not asked.is_owed and (asked.kind, end) != (OutcomeKind.LEAVE, OutcomeEnd.DROPPED):
        raise BadOutcome(
            f"nothing is owed of what was asked of {claim.handle}; see: factdesk claim outcome {claim.handle}"
        )
    to_go = asked.kind in (OutcomeKind.CUT, OutcomeKind.FIX)
    if end is OutcomeEnd.DONE and to_go and asked.progress.state is OutcomeState.OPEN:
        raise BadOutcome(
            f"the words of {claim.handle} still stand in {claim.slug}, so it is not done; if it need not be, "
            f'drop it: factdesk claim outcome {claim.handle} --drop --because "…"'
        )


def _only_author(session: Session, document: UUID, kind: OutcomeKind) -> str | None:
    """Who wrote the draft, where exactly one is known, since they can do what is asked."""
    if kind is OutcomeKind.LEAVE:
        return None
    named = {folded(name): name for name in reversed(authors_of(session, [document])[document])}
    return next(iter(named.values())) if len(named) == 1 else None


def _how_many(session: Session, claim: FoundClaim) -> int:
    query = select(func.count()).select_from(OutcomeRow).where(OutcomeRow.claim_id == claim.id)
    return session.scalar(query) or 0
