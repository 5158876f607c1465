"""The whole report. The fields of `AuditView` are the template's variables."""

from __future__ import annotations

from dataclasses import dataclass

from reports.views.article import ArticleView
from reports.views.basic import Definition, Fact, Link
from reports.views.claims import ClaimView
from reports.views.corrections import CorrectionView
from reports.views.figures import FiguresView
from reports.views.public import PublicView
from reports.views.replies import RequestView
from reports.views.summary import SummaryView, UnconfirmedView


@dataclass(frozen=True, slots=True)
class SourceView:
    """An entry of what the document lists as its sources."""

    name: str
    kind: str
    note: str | None
    url: str | None
    place: Link | None


@dataclass(frozen=True, slots=True)
class SourceUseView:
    """A source that evidence comes from: its grade, and how many claims rest on it, and which.

    `why` is who graded it, when and why; `alone` are the claims that rest on one origin alone.
    """

    name: str
    grade: str
    why: str | None
    count: str
    places: tuple[Link, ...]
    more: str | None
    alone: tuple[Link, ...]
    more_alone: str | None


@dataclass(frozen=True, slots=True)
class SourcesView:
    """The sources that evidence comes from, and what the document lists as its sources."""

    uses: tuple[SourceUseView, ...]
    lead: str
    entries: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class MethodView:
    """The words of the report and what it was made with; `marks` tells whether any character is marked.

    `left_out` says what readers don't see; `None` where nothing is left out.
    """

    statuses: tuple[Definition, ...]
    evidence: tuple[Definition, ...]
    relations: tuple[Definition, ...]
    hedges: tuple[Definition, ...]
    left_out: str | None
    marks: bool
    versions: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class LogView:
    """The head of the event log."""

    entries: str
    root: str


@dataclass(frozen=True, slots=True)
class AuditView:
    """The audit report of one document; `long` asks the browser to lay out only what is on the screen.

    `notice` is what has to be known before anything else, as that the rules don't know the language.
    `public` are the claims that were made in public, each as a fact-check of its own.
    `worked_on` are the claims that somebody has reviewed or looked into, `claims` all the others;
    `worked_label` is `None` where the former are few enough to lie open. `requests` are what was put to
    people.
    """

    kind: str
    title: str
    notice: str | None
    printed: str
    facts: tuple[Fact, ...]
    result: str
    corrections: tuple[CorrectionView, ...]
    public: tuple[PublicView, ...]
    long: bool
    summary: SummaryView
    unconfirmed: UnconfirmedView
    figures: FiguresView
    article: ArticleView
    worked_label: str | None
    worked_on: tuple[ClaimView, ...]
    claims_label: str
    claims: tuple[ClaimView, ...]
    requests: tuple[RequestView, ...]
    sources: SourcesView
    method: MethodView
    log: LogView
