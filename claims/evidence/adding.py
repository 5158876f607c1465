"""Adding evidence to a claim: a quote of a capture, or what somebody heard or saw.

A quote is stored only where it stands in the capture, letter for letter but for its layout. The machine
warns of what a quote leaves open; it refuses nothing for that and decides nothing.
"""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.anchoring import Anchor, anchor
from claims.anchoring.differences import in_words
from claims.capture_queries import capture_page
from claims.captured import CapturePage
from claims.errors import BadEvidence, NotReportedSpeech, QuoteNotFound
from claims.evidence.models import EvidenceRow
from claims.evidence.offered import Added, Heard, Judged, Quoted
from claims.evidence.origins import Origin, origin_of
from claims.evidence.pages import PREFIX
from claims.evidence.queries import credits_somebody, evidence_page, words_of_claims
from claims.evidence.sources import fitting_grade, source_named, source_of_capture
from claims.evidence.warnings import warnings_of
from claims.handles import FoundClaim, find_claim, story_of
from claims.kinds import EvidenceKind, Fit, OriginSign
from claims.models import CaptureRow
from claims.registry.finding import FoundSource
from claims.typed import day, reason, said
from ledger.pen import Pen
from ledger.record import record
from sources.fetch.outcome import State

LONGEST_QUOTE = 5_000
_STANDS = (Fit.EXACT, Fit.WHITESPACE)


def add_quote(
    session: Session,
    pen: Pen,
    handle: str,
    capture: str,
    quoted: Quoted,
    judged: Judged,
    *,
    called: str | None = None,
) -> Added:
    """Tie words of a capture to a claim. `capture` is its handle, as in capture:3.

    `called` is how messages name it where people don't know it by its handle.

    Raises `QuoteNotFound`, `BadEvidence`, `NotReportedSpeech`, `EmptyReason`, `UnknownCapture`,
    `UnknownClaim` or `UnknownDocument`, and then stores nothing.
    """
    claim, page = find_claim(session, handle), capture_page(session, capture)
    found = anchored(page, quoted, called=called or page.handle)
    id = session.scalars(select(CaptureRow.id).where(CaptureRow.number == page.number)).one()
    row = {
        "kind": EvidenceKind.CAPTURE,
        "capture_id": id,
        "quote": quoted.quote.strip() if found is None else _as_it_stands(page, found),
        "fit": found and found.fit,
        "start": found and found.start,
        "end": found and found.end,
        "language": quoted.language,
        **_translated(quoted),
        "part": said(quoted.part),
        "described_by": said(quoted.described_by),
        "claimed_date": said(quoted.claimed_date),
        "claimed_place": said(quoted.claimed_place),
        "first_use": said(quoted.first_use),
    }
    named = source_named(session, pen, judged) or source_of_capture(session, pen, page)
    return _added(session, pen, claim, judged, named, row, page=page)


def add_heard(session: Session, pen: Pen, handle: str, heard: Heard, judged: Judged) -> Added:
    """Tie what somebody heard or saw to a claim.

    Raises `BadEvidence`, `NotReportedSpeech`, `EmptyReason`, `UnknownClaim` or `UnknownDocument`, and then
    stores nothing.
    """
    claim = find_claim(session, handle)
    if not heard.told.strip():
        raise BadEvidence('say what was heard or seen, as in --told "the ferry leaves at 9"')
    named = source_named(session, pen, judged)
    if named is None and heard.kind is not EvidenceKind.OBSERVATION:
        raise BadEvidence('say who it is from, with --source "…"; of somebody protected give a code name')
    row = {
        "kind": heard.kind,
        "told": heard.told.strip(),
        "language": heard.language,
        **_translated(heard),
        "on_date": day(heard.on_date) if heard.on_date else None,
        "place": said(heard.place),
        "how": said(heard.how),
    }
    return _added(session, pen, claim, judged, named, row)


def anchored(page: CapturePage, quoted: Quoted, *, called: str) -> Anchor | None:
    """Where a quote stands in a capture; `None` where somebody put a picture or recording into words.

    Raises `QuoteNotFound`, with the passage that comes nearest, or `BadEvidence`.
    """
    _refuse_unusable(page, quoted, called)
    if page.text is None:
        if quoted.part and quoted.described_by:
            return None
        raise BadEvidence(
            f"there are no words in {called} ({page.why_no_text}); say which part you put into words, "
            'and who did: --part "00:12-00:40" --described-by NAME'
        )
    if quoted.part or quoted.described_by:
        raise BadEvidence(
            f"there are words in {called}, so quote them and leave out --part and --described-by; "
            "of a picture or recording on a page, capture the file itself"
        )
    found = anchor(quoted.quote, page.text)
    if found.fit in _STANDS:
        return found
    raise QuoteNotFound(_not_there(page, found, called))


def _refuse_unusable(page: CapturePage, quoted: Quoted, called: str) -> None:
    if page.state in (State.REFUSED, State.UNREACHABLE, State.NOT_A_PAGE):
        raise BadEvidence(
            f"nothing can rest on {called}: {page.reason}; capture it again, or give a saved page as a file"
        )
    if not quoted.quote.strip():
        raise BadEvidence('evidence from a capture needs its words; give them with --quote "…"')
    if len(quoted.quote) > LONGEST_QUOTE:
        raise BadEvidence(
            f"the quote has {len(quoted.quote):,} characters; quote the words that matter, "
            f"at most {LONGEST_QUOTE:,}"
        )


def _not_there(page: CapturePage, found: Anchor, called: str) -> str:
    if found.fit is Fit.GONE or page.text is None:
        return (
            f"the quote is not in {called}, nor anything near it; copy it from there, "
            "or look whether it is the right page"
        )
    passage = " ".join(page.text[found.start : found.end].split())
    return (
        f"the quote is not in {called} as it was given: {in_words(found.difference)}; "
        f"the nearest passage is “{passage}”; quote the words as they stand"
    )


def _as_it_stands(page: CapturePage, found: Anchor) -> str:
    """The words of the capture, not those that were typed, so that they slice back."""
    return (page.text or "")[found.start : found.end]


def _translated(given: Quoted | Heard) -> dict[str, object]:
    if bool(said(given.translation)) != bool(said(given.translated_by)):
        raise BadEvidence(
            'a translation needs who made it: give both, --translation "…" --translated-by NAME'
        )
    return {"translation": said(given.translation), "translated_by": said(given.translated_by)}


def _added(
    session: Session,
    pen: Pen,
    claim: FoundClaim,
    judged: Judged,
    named: FoundSource | None,
    row: dict[str, object],
    *,
    page: CapturePage | None = None,
) -> Added:
    """Store evidence with what a person makes of it, as one event."""
    if judged.about is not None and not credits_somebody(session, claim.id):
        raise NotReportedSpeech(
            f"{claim.handle} credits nobody, so there is one question only; leave out --about"
        )
    number = (session.scalar(select(func.max(EvidenceRow.number))) or 0) + 1
    handle, now = f"{PREFIX}{number}", pen.clock()
    words, language = words_of_claims(session, [claim.id])[claim.id]
    origin = origin_of(session, claim, judged, page, named) or Origin(handle, OriginSign.ALONE)
    stored = row | {
        "id": pen.new_id(),
        "number": number,
        "claim_id": claim.id,
        "stance": judged.stance,
        "question": judged.about,
        "source_id": named.id if named else None,
        "grade_id": fitting_grade(session, named.id, story_of(session, claim.slug), words) if named else None,
        "primary": judged.primary,
        "interest": judged.interest,
        "credibility": judged.credibility,
        "origin": origin.name,
        "origin_sign": origin.sign,
        "because": reason(judged.because, "evidence"),
        "added_by": pen.actor,
        "known": pen.known,
        "added_at": now,
    }
    record(session, pen, action="evidence.add", subject=handle, rows={EvidenceRow: [stored]}, at=now)
    added = evidence_page(session, handle, protected=True)
    return Added(handle, warnings_of(added, words, language, page))
