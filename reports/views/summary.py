"""What stands at the top of a report: how many claims stand where, and what is unconfirmed and why."""

from __future__ import annotations

from dataclasses import dataclass

from reports.views.basic import Chip, Link, VerdictView


@dataclass(frozen=True, slots=True)
class Share:
    """One stretch of the strip of statuses; `x` and `width` are percentages of the strip.

    `gloss` explains a word that does not explain itself.
    """

    chip: Chip
    count: str
    gloss: str | None
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class OpenView:
    """How many claims are unconfirmed for one reason; `width` is a percentage of the longest bar."""

    reason: str
    count: str
    width: str


@dataclass(frozen=True, slots=True)
class SummaryView:
    """How many claims stand where: the strip, its words for who can't see it, and what is unsigned.

    `opened` are the reasons for which claims are unconfirmed, where there is more than one;
    `noticed` are lists of claims that an editor should see before anything else, each under its heading.
    """

    shares: tuple[Share, ...]
    label: str
    unsigned: str | None
    opened: tuple[OpenView, ...]
    noticed: tuple[NoticedView, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A claim that somebody has to look at: its place, its words, and why."""

    claim: Link
    verdicts: tuple[VerdictView, ...]
    marks: tuple[str, ...]
    text: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoticedView:
    """Claims that have something in common which an editor should see, and what it is."""

    label: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A claim's words, and which claim it is."""

    claim: Link
    text: str


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of figures that differ: the words of the figure, where it stands, and claims that say it.

    `quotes` holds one claim of each document.
    """

    words: str
    quotes: tuple[QuoteView, ...]
    places: tuple[Link, ...]
    more: str | None


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """Figures that differ, both sides shown plainly."""

    question: str
    sides: tuple[SideView, ...]


@dataclass(frozen=True, slots=True)
class UnconfirmedView:
    """What the text calls unconfirmed, figures that differ, what a reviewer left open, what waits."""

    reported_lead: str
    reported: tuple[Item, ...]
    differences_lead: str
    differences: tuple[DifferenceView, ...]
    left_open: tuple[Item, ...]
    waiting_label: str
    waiting: tuple[Item, ...]
