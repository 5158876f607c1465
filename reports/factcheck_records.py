"""Others' fact-checks as plain JSON values; what they don't say is null."""

from __future__ import annotations

from claims.factchecks.pages import FactCheckPage
from reports.json import Record


def factcheck_record(page: FactCheckPage) -> Record:
    """One fact-check; `rating` and what else is in it are its publisher's words."""
    return {
        "handle": page.handle,
        "claim_reviewed": page.claim_reviewed,
        "question": page.is_question,
        "claimant": page.claimant,
        "claim_date": page.claim_date,
        "appearances": list(page.appearances),
        "rating": page.rating,
        "rating_value": _number(page.rating_value),
        "best_rating": _number(page.best_rating),
        "worst_rating": _number(page.worst_rating),
        "publisher": page.publisher,
        "url": page.url,
        "title": page.title,
        "review_date": page.review_date,
        "language": page.language,
        "found_in": page.found_in,
        "capture": page.capture,
        "replaced_by": page.replaced_by,
        "by": page.by,
        "known": page.known,
        "at": page.at.isoformat(),
    }


def _number(value: object) -> str | None:
    return None if value is None else str(value)
