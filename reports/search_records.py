"""What `factdesk search` prints for programs."""

from __future__ import annotations

from typing import assert_never

from claims.captured import CapturePage
from claims.evidence.pages import EvidencePage
from claims.factchecks.pages import FactCheckPage
from claims.finding.pages import Found, FoundClaim, Hit
from claims.registry.pages import SourcePage
from reports.evidence_records import evidence_record
from reports.factcheck_records import factcheck_record
from reports.json import Record, capture_record
from reports.source_records import source_record


def hit_record(hit: Hit) -> Record:
    """One hit: what was found with all that is known of it, and the places of the words in its `text`.

    Of a capture `text` is an excerpt, which begins at `text_start` of the whole.
    """
    found = {"found": hit.within.value, "handle": hit.handle, "text": hit.text, "spans": hit.spans}
    return {**_known(hit.page), **found, "text_start": hit.start}


def _known(page: Found) -> Record:
    match page:
        case FoundClaim():
            return _claim(page)
        case EvidencePage():
            return evidence_record(page)
        case SourcePage():
            return source_record(page)
        case CapturePage():
            return capture_record(page)
        case FactCheckPage():
            return factcheck_record(page)
        case other:
            assert_never(other)


def _claim(page: FoundClaim) -> Record:
    """A claim as lists have it; all that is known of it tells `claim show`."""
    statement = page.statement
    return {
        "kind": statement.kind.value,
        "section": statement.section,
        "checkable": statement.checkable,
        "why_not": statement.why_not.value if statement.why_not else None,
        "reported_unconfirmed": statement.reported_unconfirmed,
        "status": page.standing.status.value,
        "suggested": page.standing.suggested,
        "figures": [figure.as_record() for figure in statement.figures],
        "cut_in": page.cut_in,
    }
