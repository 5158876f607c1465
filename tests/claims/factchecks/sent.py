"""Reviews as publishers send them, for tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from claims.factchecks.importing import import_factchecks
from claims.importing.report import ImportReport
from ledger.engine import Ledger
from ledger.pen import Pen
from sources.published_reviews import reviews_in_file


def review(claim: str = "The dam is empty.", **changed: Any) -> dict[str, Any]:
    """A review of Harbour Check, rated "False", with what a test wants otherwise."""
    return {
        "@type": "ClaimReview",
        "claimReviewed": claim,
        "author": {"@type": "Organization", "name": "Harbour Check"},
        "url": "https://check.example/dam",
        "datePublished": "2025-02-03",
        "reviewRating": rated("False"),
    } | changed


def rated(words: str | None, **numbers: int) -> dict[str, Any]:
    """A rating in words, in numbers, or both."""
    return {"@type": "Rating", "alternateName": words, **numbers}


def imported(ledger: Ledger, *reviews: Any, **options: Any) -> ImportReport:
    """Import some reviews as a file."""
    path = ledger.path.parent / "sent.json"
    path.write_text(json.dumps(list(reviews)), encoding="utf-8")
    return import_path(ledger, path, **options)


def import_path(ledger: Ledger, path: Path, *, by: str = "Ada", **options: Any) -> ImportReport:
    """Import a file."""
    pen = Pen.of_this_machine(by)
    with ledger.writing() as session:
        return import_factchecks(session, pen, reviews_in_file(path), file=path.name, unit="entry", **options)
