"""The words in which corrections are shown, the same on a page as on a terminal."""

from __future__ import annotations

from collections.abc import Mapping

from claims.corrections.pages import CorrectionPage, CountedAs
from claims.days import day
from claims.kinds import CorrectionDecision, CorrectionKind, PlaceKind
from claims.publishing.pages import InReport
from reports.hidden import shown_name
from reports.words import STATUSES

KINDS: Mapping[CorrectionKind, str] = {
    CorrectionKind.FIGURE: "figure",
    CorrectionKind.ATTRIBUTION: "attribution",
    CorrectionKind.HEADLINE: "headline",
    CorrectionKind.WORDING: "wording",
    CorrectionKind.LEGAL: "legal",
}
DECISIONS: Mapping[CorrectionDecision, str] = {
    CorrectionDecision.CORRECTED: "corrected",
    CorrectionDecision.CLARIFIED: "clarified",
    CorrectionDecision.RETRACTED: "retracted",
    CorrectionDecision.DECLINED: "declined",
}
PLACES: Mapping[PlaceKind, str] = {
    PlaceKind.DOCUMENT: "text",
    PlaceKind.EXPORT: "report",
    PlaceKind.CAPTURE: "capture",
    PlaceKind.OTHER: "elsewhere",
}


def state_words(page: CorrectionPage) -> str:
    """Where a correction stands: open since a day, or what was decided and when."""
    if page.end is None:
        return f"open since {day(page.received)}"
    return f"{DECISIONS[page.end.decision]} on {day(page.end.at)}"


def counted_words(counted: CountedAs) -> str:
    """What a claim counted as, with whose verdict that was and when: "✓ confirmed (Ada, 3 December 2025)"."""
    badge = STATUSES[counted.status]
    status = f"{badge.icon} {badge.word}"
    if counted.verdict is None:
        return status
    # The reader of "qualified" wants to know by which verdict, where it has another name.
    verdict = "" if counted.verdict == badge.word else f"{counted.verdict}, "
    by = f"{shown_name(counted.by)}, " if counted.by else ""
    on = day(counted.at) if counted.at else ""
    return f"{status} ({verdict}{by}{on})"


def then_and_now(page: CorrectionPage) -> str | None:
    """The old verdict beside the new one, where that was asked; `None` where it is about no claim."""
    if page.was is None:
        return None
    told = f"was: {counted_words(page.was)}"
    return f"{told} → now: {became(page.now)}" if page.now else told


def became(now: CountedAs) -> str:
    """What a claim counts as after a correction; one that was cut counts no more."""
    return "cut" if now.words is None else counted_words(now)


def printed_words(report: InReport) -> str:
    """How a report printed a claim: "printed as confirmed in a.html (HTML for desk) on 3 December 2025"."""
    return f"printed as {STATUSES[report.status].word} in {report.file} ({report.form}) on {day(report.at)}"
