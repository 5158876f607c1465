"""A public claim as a published fact-check shows it: words, claimant, where, verdict, why, sources."""

from __future__ import annotations

from dataclasses import dataclass

from reports.views.basic import Fact, Link, VerdictView
from reports.views.claims import ReviewView


@dataclass(frozen=True, slots=True)
class PublicView:
    """One public claim. `rated` says that it is this wording, and whether the text has another.

    `made` is whose it is and where it appeared, `chosen` why it is checked and when again.
    `sources` are those whose evidence counts, each with what it does to the claim; `others` what others
    found of the same, as their word.
    """

    claim: Link
    wording: str
    rated: str
    made: tuple[Fact, ...]
    verdicts: tuple[VerdictView, ...]
    marks: tuple[str, ...]
    because: str | None
    reviews: tuple[ReviewView, ...]
    sources: tuple[str, ...]
    chosen: tuple[Fact, ...]
    others: tuple[str, ...] = ()
