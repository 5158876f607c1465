"""What `claim split`, `claim join` and their like print: what was done, and the claims that it made."""

from __future__ import annotations

from typing import Any

from claims.pages import RegroupedPage
from reports.claim_screens import claims_screen
from reports.json import claim_record
from reports.regrouping_records import regrouping_record
from reports.regrouping_words import act_words
from reports.screen import text_of, wrapped


def regrouped_screen(page: RegroupedPage) -> str:
    """What somebody did, and below it the claims that it made, one a line."""
    done = text_of(wrapped(act_words(page.act)))
    return f"{done}\n\n{claims_screen(page.claims)}" if page.claims else done


def regrouped_record(page: RegroupedPage) -> dict[str, Any]:
    """What somebody did, with the claims that it made."""
    return {**regrouping_record(page.act), "claims": [claim_record(claim) for claim in page.claims]}
