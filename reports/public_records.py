"""A public claim as plain JSON values; what is not known is null."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from claims.appearances.pages import AppearancePage, PublicPage

Record = dict[str, Any]


def public_record(public: PublicPage) -> Record:
    """Whose claim it is, the words that are rated, where they appeared, and when to check them again."""
    return {
        "claimant": public.claimant,
        "wording": public.wording,
        "said_on": public.said_on,
        "chosen_because": public.chosen_because,
        "check_again": public.check_again,
        "open_again": public.open_again,
        "due_since": public.due_since,
        "by": public.by,
        "at": public.at.isoformat(),
        "first": public.first.capture if public.first else None,
        "appearances": [appearance_record(one) for one in public.appearances],
    }


def appearance_record(seen: AppearancePage) -> Record:
    """Where a claim appeared, and whether that could be captured."""
    return {**asdict(seen), "captured": seen.was_captured, "at": seen.at.isoformat()}
