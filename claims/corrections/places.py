"""Finds where the words of a claim stand besides its own document: what may have to be mended with it.

Reports that printed it, claims with the same words or judged the same, captures that hold its words. A person
names the others. Nothing here says that a place is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from claims.captured import PREFIX as CAPTURE
from claims.days import day
from claims.evidence.models import EvidenceRow
from claims.factchecks.models import LikenessRow
from claims.handles import FoundClaim, handles_of
from claims.judging.scope import present_revisions
from claims.judging.wording import status_word
from claims.kinds import MatchDecision, PlaceKind, Purpose
from claims.models import CaptureRow, ClaimRow, PlacementRow
from claims.publishing.printing import printed_reports, printed_with
from claims.publishing.purpose import purposes_of
from claims.revising.wording import as_read

_TELLING = 30
"""Shorter words stand on many pages without being taken from anywhere."""
_LAYOUT = 16
"""By how many characters the same words may differ in length, for their layout alone."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place where the words of a claim stand."""

    kind: PlaceKind
    place: str


def places_of_claim(session: Session, claim: FoundClaim, words: str) -> Iterator[Place]:
    """Where a claim, and its words, stand as far as the ledger knows; its own document first."""
    document = session.get_one(ClaimRow, claim.id).document_id
    if _is_ours(session, document):
        yield Place(PlaceKind.DOCUMENT, claim.handle)
    for report in printed_with(session, [claim.handle]).get(claim.handle, ()):
        told = f"printed as {status_word(report.status)} on {day(report.at)}"
        yield Place(PlaceKind.EXPORT, f"{report.file} ({report.form}), {told}")
    yield from _same_elsewhere(session, claim, words)
    yield from _captures(session, claim, words)


def places_of_document(session: Session, document: UUID, slug: str) -> Iterator[Place]:
    """The document, and the reports that were printed of it, each as it was printed last."""
    if _is_ours(session, document):
        yield Place(PlaceKind.DOCUMENT, slug)
    last = {(one.file, one.form): one.at for one in printed_reports(session, [slug]).get(slug, ())}
    for (file, form), at in last.items():
        yield Place(PlaceKind.EXPORT, f"{file} ({form}), printed on {day(at)}")


def _is_ours(session: Session, document: UUID) -> bool:
    """Whether the text is the desk's own to mend; what others published is not."""
    stated = purposes_of(session, [document]).get(document)
    return stated is None or stated.purpose is Purpose.DRAFT


def _same_elsewhere(session: Session, claim: FoundClaim, words: str) -> Iterator[Place]:
    judged = _judged_same(session, claim.id)
    found = dict.fromkeys((*_with_the_words(session, claim.id, words), *judged))
    handles = handles_of(session, found)
    for one in found:
        why = "judged the same" if one in judged else "the same words"
        yield Place(PlaceKind.DOCUMENT, f"{handles[one]} ({why})")


def _with_the_words(session: Session, claim: UUID, words: str) -> Iterator[UUID]:
    """Other claims that read alike, of the present revisions; their length spares most of them a look."""
    present = present_revisions()
    query = (
        select(PlacementRow.claim_id, PlacementRow.quote)
        .join(present, present.c.id == PlacementRow.revision_id)
        .where(
            PlacementRow.claim_id != claim,
            func.length(PlacementRow.quote).between(len(words) - _LAYOUT, len(words) + _LAYOUT),
        )
        .order_by(present.c.added_at, PlacementRow.start)
    )
    wanted = as_read(words)
    return (other for other, quote in session.execute(query) if as_read(quote) == wanted)


def _judged_same(session: Session, claim: UUID) -> tuple[UUID, ...]:
    """The claims of which a person last said that they are the same as this one."""
    query = (
        select(LikenessRow.claim_id, LikenessRow.other_id, LikenessRow.decision)
        .where(
            or_(LikenessRow.claim_id == claim, LikenessRow.other_id == claim),
            LikenessRow.other_id.is_not(None),
        )
        .order_by(LikenessRow.ordinal, LikenessRow.at)
    )
    last = {one if two == claim else two: decision for one, two, decision in session.execute(query)}
    return tuple(other for other, decision in last.items() if other and decision is MatchDecision.SAME)


def _captures(session: Session, claim: FoundClaim, words: str) -> Iterator[Place]:
    """Captures that hold the words as they stand; what the claim rests on is its source, not its echo."""
    if len(words) < _TELLING:
        return
    rested_on = select(EvidenceRow.capture_id).where(
        EvidenceRow.claim_id == claim.id, EvidenceRow.capture_id.is_not(None)
    )
    query = (
        select(CaptureRow.number, CaptureRow.url, CaptureRow.asked)
        .where(CaptureRow.text.contains(words, autoescape=True), CaptureRow.id.not_in(rested_on))
        .order_by(CaptureRow.number)
    )
    for number, url, asked in session.execute(query):
        address = url or asked
        yield Place(PlaceKind.CAPTURE, f"{CAPTURE}{number}" + (f", {address}" if address else ""))
