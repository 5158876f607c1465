"""What `factdesk search` prints for programs."""

from __future__ import annotations

from typing import assert_never

from claims.captured import CapturePage
from claims.evidence.pages import EvidencePage
from claims.factchecks.pages import FactCheckPage
from claims.finding.pages import Found, Hit
from claims.pages import ClaimPage
from claims.registry.pages import SourcePage
from reports.evidence_records import evidence_record
from reports.json import Record, capture_record, claim_record
from reports.source_records import source_record


def hit_record(hit: Hit) -> Record:
    """One hit: what was found with all that is known of it, and the places of the words in its `text`.

    Of a capture `text` is an excerpt, which begins at `text_start` of the whole.
    """
    found = {"found": hit.within.value, "handle": hit.handle, "text": hit.text, "spans": hit.spans}
    return {**_known(hit.page), **found, "text_start": hit.start}


def _known(page: Found) -> Record:
    match page:
        case ClaimPage():
            return claim_record(page)
        case EvidencePage():
            return evidence_record(page)
        case SourcePage():
            return source_record(page)
        case CapturePage():
            return capture_record(page)
        case FactCheckPage():
            return {"rating": page.rating, "publisher": page.publisher, "url": page.url}
        case other:
            assert_never(other)
