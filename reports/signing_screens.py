"""What `claim sign` prints: what was signed just now, claims or words that are no part of an article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claims.pages import ClaimPage
from claims.publishing.pages import FurniturePage
from reports.claim_screens import claims_screen
from reports.screen import Line, plainly, strong, text_of, wrapped
from reports.words import count

NOTHING = "Nothing here waits for a signature."


def signed_screen(claims: Sequence[ClaimPage]) -> str:
    """The claims that were signed, one a line, so that whoever signed sees what."""
    if not claims:
        return NOTHING
    return f"{claims_screen(claims)}\n{count(len(claims), 'claim')} signed as not checkable."


def furniture_screen(furniture: Sequence[FurniturePage]) -> str:
    """The words that were signed as no part of the article."""
    if not furniture:
        return NOTHING
    lines: list[Line] = []
    for page in furniture:
        lines += wrapped(f"“{page.words}”", indent=2, most=3)
    slug = furniture[0].slug
    return text_of([*lines, (strong(slug), plainly(": signed as no part of the article."))])


def furniture_record(page: FurniturePage) -> dict[str, Any]:
    """Words that are no part of an article, and who agreed to that; null where nobody did."""
    signed = page.signed
    return {
        "document": page.slug,
        "words": page.words,
        "times": page.times,
        "signed": None
        if signed is None
        else {"because": signed.because, "by": signed.by, "known": signed.known, "at": signed.at.isoformat()},
    }
