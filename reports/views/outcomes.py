"""What was asked to become of a claim, beside its status and never in its colour."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """What was asked, the wording proposed, and in sentences of whom, why, and how far it has come."""

    what: str
    wording: str | None
    told: tuple[str, ...]
