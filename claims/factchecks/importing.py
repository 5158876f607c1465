"""Taking over others' fact-checks: every review of a file is answered for, and the same again adds nothing.

A verdict of others is kept as their word. It never becomes a verdict of this desk.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import islice
from urllib.parse import urlsplit
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.errors import NoFactCheck
from claims.factchecks.models import FactCheckRow
from claims.factchecks.pages import PREFIX
from claims.importing.report import ImportReport, RowReport
from claims.judging.people import folded
from claims.kinds import RowOutcome
from ledger.canonical import canonical
from ledger.pen import Pen
from ledger.record import record
from sources.blocks import ClaimReview
from sources.jsonl import BadLine
from sources.published_reviews import Found, FoundReview

_AT_ONCE = 500
"""So many reviews are looked up together and stored as one event."""


def import_factchecks(
    session: Session,
    pen: Pen,
    found: Iterable[Found],
    *,
    file: str,
    unit: str,
    capture: UUID | None = None,
    all_or_nothing: bool = False,
    dry_run: bool = False,
) -> ImportReport:
    """Take over the reviews of a file that can be taken; `capture` is what was kept of it.

    With `all_or_nothing` none is kept where one is refused, and a dry run keeps none at all. Raises
    `NoFactCheck` where there is none in it.
    """
    attempt = session.begin_nested()
    waiting, reports = iter(found), list[RowReport]()
    while some := list(islice(waiting, _AT_ONCE)):
        reports += _taken(session, pen, some, file, capture)
    if not reports:
        raise NoFactCheck(
            f"{file} holds no fact-check that a program can read (no ClaimReview); see whether the page has "
            "one, or put it in as evidence"
        )
    refused = any(report.outcome is RowOutcome.REFUSED for report in reports)
    stored = not dry_run and not (refused and all_or_nothing)
    if stored:
        attempt.commit()
    else:
        attempt.rollback()
    return ImportReport(file, tuple(reports), stored, dry_run, unit)


def identity_of(review: ClaimReview) -> str:
    """The digest of which fact-check a review is: where it stands, else whose it is, and of which claim."""
    by = folded(publisher_of(review) or "")
    return sha256(canonical([_place(review.url) or by, folded(review.claim_reviewed or "")])).hexdigest()


def publisher_of(review: ClaimReview) -> str | None:
    """Whose word a review is: its publisher's, else its author's."""
    return review.publisher or review.author


def _taken(
    session: Session, pen: Pen, some: Sequence[Found], file: str, capture: UUID | None
) -> list[RowReport]:
    """Store some reviews as one event, and say what became of each."""
    batch = _Batch(session, [one.review for one in some if isinstance(one, FoundReview)])
    reports = [_tried(one, batch) for one in some]
    if batch.fresh:
        now = pen.clock()
        beside = {
            "found_in": file,
            "capture_id": capture,
            "imported_by": pen.actor,
            "known": pen.known,
            "at": now,
        }
        rows = [{"id": pen.new_id(), **row, **beside} for row in batch.fresh]
        handles = f"{PREFIX}{rows[0]['number']}"
        record(session, pen, action="factcheck.import", subject=handles, rows={FactCheckRow: rows}, at=now)
    return reports


class _Batch:
    """Some reviews on their way into the ledger: which versions of them are known, and which are new."""

    def __init__(self, session: Session, reviews: Sequence[ClaimReview]) -> None:
        self.fresh: list[dict[str, object]] = []
        self._last = session.scalar(select(func.max(FactCheckRow.number))) or 0
        known = select(FactCheckRow.identity, FactCheckRow.sha256, FactCheckRow.number).where(
            FactCheckRow.identity.in_({identity_of(review) for review in reviews})
        )
        self._known = {(identity, digest): number for identity, digest, number in session.execute(known)}

    def put(self, review: ClaimReview) -> tuple[int, bool]:
        """The number of a review, and whether it is new."""
        said = _said(review)
        key = identity_of(review), sha256(canonical(said)).hexdigest()
        if key in self._known:
            return self._known[key], False
        self._last += 1
        self._known[key] = self._last
        self.fresh.append({"number": self._last, "identity": key[0], "sha256": key[1], **said})
        return self._last, True


def _tried(one: Found, batch: _Batch) -> RowReport:
    if isinstance(one, BadLine):
        return RowReport(one.number, RowOutcome.REFUSED, told=(one.reason,))
    if one.review.claim_reviewed is None:
        return RowReport(one.place, RowOutcome.REFUSED, told=(_claimless(one.review),))
    number, is_new = batch.put(one.review)
    return RowReport(one.place, RowOutcome.ADDED if is_new else RowOutcome.SAME, f"{PREFIX}{number}")


def _claimless(review: ClaimReview) -> str:
    by = publisher_of(review)
    at = f" at {review.url}" if review.url else ""
    return f"the review{f' by {by}' if by else ''}{at} doesn't say which claim it is of (claimReviewed)"


def _said(review: ClaimReview) -> dict[str, object]:
    """What a review says, as the columns of its row."""
    return {
        "claim_reviewed": review.claim_reviewed,
        "claimant": review.claimant,
        "claim_date": review.claim_date,
        "rating": review.rating,
        "rating_value": review.rating_value,
        "best_rating": review.best_rating,
        "worst_rating": review.worst_rating,
        "publisher": publisher_of(review),
        "url": review.url,
        "title": review.title,
        "review_date": review.review_date,
        "language": review.language,
        "appearances": list(review.appearances),
    }


def _place(url: str | None) -> str:
    """An address as it is compared: without its scheme, "www.", a fragment and a last slash."""
    if url is None:
        return ""
    parts = urlsplit(url)
    host = (parts.netloc or "").lower().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}{'?' if parts.query else ''}{parts.query}"
