"""What is known of one claim: where it stands and why, and what was found for and against it."""

from __future__ import annotations

from dataclasses import dataclass

from reports.views.basic import Fact, VerdictView
from reports.views.outcomes import OutcomeView


@dataclass(frozen=True, slots=True)
class OverrideView:
    """That a verdict counts although the policy asks for more: who let it stand, and the reason as typed.

    `readers` is what readers are told instead; `None` where it is they who read this.
    """

    told: str
    reason: str | None
    readers: str | None


@dataclass(frozen=True, slots=True)
class ReviewView:
    """One review: the verdict, which question it answers, who in which role, when, and the reason.

    `because` is `None` where the review is kept back until a second person has given theirs.
    """

    verdict: str
    question: str | None
    by: str
    at: str
    because: str | None
    override: OverrideView | None


@dataclass(frozen=True, slots=True)
class WordsView:
    """Words that somebody wrote or said, with what they are; `language` is `None` where it is not known."""

    label: str | None
    text: str
    language: str | None


@dataclass(frozen=True, slots=True)
class ChangeView:
    """Words that have changed: what stands as before, and between it what went and what came."""

    before: str
    gone: str
    come: str
    after: str


@dataclass(frozen=True, slots=True)
class RecheckView:
    """What became of a page when it was looked at again."""

    told: str
    stale: bool
    change: ChangeView | None


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One piece of evidence: what it does to the claim, from whom, its words, and how it was had.

    `withdrawn` says why it no longer counts; it is then shown struck out.
    """

    handle: str
    stance: str
    source: str
    weight: str
    quoted: tuple[WordsView, ...]
    notes: tuple[str, ...]
    recheck: RecheckView | None
    withdrawn: str | None


@dataclass(frozen=True, slots=True)
class ReopenedView:
    """That a claim's words were changed, and what was made of those that it had before."""

    told: str
    difference: str
    reviews: tuple[ReviewView, ...]
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """Everything that is known of one claim.

    `marks` are single words beside its status, as that it is stale; `found` is in a sentence what was
    looked for and found, `searches` and `contacts` each looking and asking in one. `trace` is how its
    status came about, line by line. `outcome` is what was asked to become of it.
    """

    anchor: str
    number: str
    back: str
    verdicts: tuple[VerdictView, ...]
    marks: tuple[str, ...]
    what: str
    text: str
    because: str | None
    waits_for: tuple[str, ...]
    facts: tuple[Fact, ...]
    reviews: tuple[ReviewView, ...]
    found: str | None
    evidence: tuple[EvidenceView, ...]
    searches: tuple[str, ...]
    contacts: tuple[str, ...]
    trace: tuple[str, ...]
    reopened: ReopenedView | None
    outcome: OutcomeView | None
