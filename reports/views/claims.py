"""What is known of one claim, part by part."""

from __future__ import annotations

from dataclasses import dataclass

from reports.views.basic import Chip, Fact


@dataclass(frozen=True, slots=True)
class ReviewView:
    """One review: the verdict, who, when, and the reason."""

    verdict: str
    by: str
    at: str
    because: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """Everything that is known of one claim."""

    anchor: str
    number: str
    back: str
    chip: Chip
    what: str
    text: str
    because: str | None
    facts: tuple[Fact, ...]
    reviews: tuple[ReviewView, ...]
