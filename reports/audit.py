"""Turns an audit into what its report shows: which words, in which order, under which heading.

Every decision about meaning that the report makes is made here or in the modules called
from here; the template only lays out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from claims.pages import AuditPage, ClaimPage, DocumentPage, ReviewPage
from claims.reading.record import ListedSource
from reports import dates
from reports.article import article_runs, chip
from reports.drawings import percent
from reports.figures import figures_view, place
from reports.hidden import has_hidden, shown_name
from reports.reasons import (
    because,
    credit,
    figure_read,
    hedge_words,
    kind_words,
    why_reported,
    why_standing,
)
from reports.summary import Difference, Side, Summary, summarise
from reports.views import (
    AuditView,
    Chip,
    ClaimView,
    Definition,
    DifferenceView,
    Fact,
    Item,
    Link,
    ReviewView,
    Share,
    SideView,
    SourceView,
)
from reports.words import HEDGES, RELATIONS, SOURCES, STATUSES, count, sentence

_LONG = 500
"""From this many claims on, the browser is told to lay out only what is on the screen."""


def audit_view(page: AuditPage) -> AuditView:
    """Everything that the report of `page` shows."""
    document = page.document
    summary = summarise(page)
    claims = {claim.handle: claim for claim in document.claims}
    figures = figures_view(page.story, claims)
    shares = tuple(_shares(summary))
    return AuditView(
        title=document.title or document.slug,
        printed=dates.moment(page.printed_at),
        facts=tuple(_facts(document)),
        result=sentence(summary.result),
        shares=shares,
        shares_label=", ".join(f"{share.count} {share.chip.word}" for share in shares),
        unsigned=_unsigned(summary),
        reported=tuple(_item(claim, why_reported(claim)) for claim in summary.reported),
        reported_lead=_reported_lead(summary),
        differences=tuple(_difference(one, claims) for one in summary.differences),
        differences_lead=_differences_lead(summary),
        left_open=tuple(_item(claim, (why_standing(claim),)) for claim in summary.left_open),
        waiting=tuple(_item(claim, ()) for claim in summary.waiting),
        waiting_label=f"The rest: {count(len(summary.waiting), 'claim')} that nobody has looked at yet",
        figures_lead=_figures_lead(page, len(figures.quantities)),
        quantities=figures.quantities,
        lone_figures=figures.lone,
        lone_figures_label=f"{count(len(figures.lone), 'figure')} that nothing else relates to",
        language=document.language,
        long=len(document.claims) > _LONG,
        article=article_runs(document),
        claims=tuple(_claim(claim, document.text) for claim in document.claims),
        sources=tuple(_sources(document)),
        sources_lead=_sources_lead(document),
        statuses=tuple(_statuses()),
        relations=tuple(Definition(term.word, term.meaning) for term in RELATIONS.values()),
        hedges=tuple(Definition(term.word, term.meaning) for term in HEDGES.values()),
        versions=_versions(page),
        log_entries=count(page.head.size, "entry", "entries"),
        log_root=page.head.root,
        hidden_characters=has_hidden(document.text) or has_hidden(document.title or ""),
    )


def _facts(document: DocumentPage) -> Iterator[Fact]:
    metadata = document.metadata
    yield Fact("document", document.slug)
    yield Fact("file", re.split(r"[/\\]", document.file)[-1])
    yield _stated("outlet", metadata.outlet, "no outlet given")
    yield _stated("author", metadata.author, "no author given")
    published = dates.date(metadata.published) if metadata.published else None
    yield _stated("published", published, "no date given")
    if metadata.modified:
        yield Fact("changed", dates.date(metadata.modified))
    if metadata.url:
        yield Fact("address", metadata.url)
    yield Fact("revision", f"{document.revision}, read {dates.moment(document.added_at)}")
    if document.story != document.slug:
        yield Fact("story", document.story)


def _stated(label: str, value: str | None, otherwise: str) -> Fact:
    return Fact(label, value) if value else Fact(label, otherwise, unknown=True)


def _shares(summary: Summary) -> Iterator[Share]:
    """The strip from left to right: what people decided, what is open, what can't be checked."""
    at = 0.0
    for status, suggested, number in summary.counts:
        badge = STATUSES[status]
        width = number / summary.claims
        shown = Chip(badge.word, badge.icon, badge.css, suggested)
        yield Share(shown, f"{number:,}", percent(at), percent(width))
        at += width


def _unsigned(summary: Summary) -> str | None:
    if not summary.unsigned:
        return None
    claims = count(summary.unsigned, "claim")
    return f"“Not checkable” is the machine’s suggestion for {claims}; nobody has signed it."


def _item(claim: ClaimPage, reasons: tuple[str, ...]) -> Item:
    return Item(Link(str(claim.number), f"#claim-{claim.number}"), chip(claim), claim.text, reasons)


def _reported_lead(summary: Summary) -> str:
    if not summary.reported:
        return "The text itself calls nothing unconfirmed."
    return f"The text itself calls {count(len(summary.reported), 'claim')} unconfirmed."


def _differences_lead(summary: Summary) -> str:
    if not summary.differences:
        return "No figures differ."
    places = count(len(summary.differences), "place")
    return f"Figures differ in {places}. Somebody has to find out which is right."


def _difference(difference: Difference, claims: Mapping[str, ClaimPage]) -> DifferenceView:
    return DifferenceView(
        sentence(difference.message), tuple(_side(side, claims) for side in difference.sides)
    )


def _side(side: Side, claims: Mapping[str, ClaimPage]) -> SideView:
    first = claims.get(side.places[0].handle or "")
    return SideView(
        words=side.places[0].quote,
        text=first.text if first else None,
        places=tuple(dict.fromkeys(place(one.handle, claims) for one in side.places)),
        more=f"and {count(side.more, 'more place')}" if side.more else None,
    )


def _figures_lead(page: AuditPage, quantities: int) -> str:
    figures = len(page.story.findings.figures)
    if not figures:
        return "No figures were found."
    return (
        f"{count(figures, 'figure')} found; "
        f"{count(quantities, 'quantity', 'quantities')} named more than once or related to others. "
        "These are findings, not verdicts."
    )


def _claim(claim: ClaimPage, text: str) -> ClaimView:
    return ClaimView(
        anchor=f"claim-{claim.number}",
        number=str(claim.number),
        back=f"#text-{claim.number}",
        chip=chip(claim),
        what=kind_words(claim),
        text=claim.text,
        because=None if claim.reviews else because(claim),
        facts=tuple(dict.fromkeys(_claim_facts(claim, text))),
        reviews=tuple(_review(review) for review in claim.reviews),
    )


def _claim_facts(claim: ClaimPage, text: str) -> Iterator[Fact]:
    for figure in claim.figures:
        yield Fact("figure", figure_read(figure))
    for attribution in claim.attributions:
        yield Fact("credited to", credit(attribution, claim, text))
    if claim.hedges:
        yield Fact("hedge", ", ".join(hedge_words(claim)))


def _review(review: ReviewPage) -> ReviewView:
    return ReviewView(
        verdict=review.verdict,
        by=f"{shown_name(review.by)} ({review.known.replace('_', ' ')})",
        at=dates.moment(review.at),
        because=review.because,
    )


def _sources(document: DocumentPage) -> Iterator[SourceView]:
    starts = [claim.start for claim in document.claims]
    for source in document.sources:
        yield SourceView(
            name=source.name,
            kind=SOURCES[source.kind],
            note=source.note,
            url=source.url,
            place=_entry(source, document.claims, starts),
        )


def _entry(source: ListedSource, claims: Sequence[ClaimPage], starts: Sequence[int]) -> Link | None:
    """The claim that a listed source stands in, if it is one."""
    at = bisect_left(starts, source.start)
    if at < len(claims) and claims[at].start < source.end:
        return Link(str(claims[at].number), f"#claim-{claims[at].number}")
    return None


def _sources_lead(document: DocumentPage) -> str:
    if not document.sources:
        return "The document lists no sources of its own."
    return (
        f"The document lists {count(len(document.sources), 'source')}. None has been opened or graded here."
    )


def _statuses() -> Iterator[Definition]:
    for badge in STATUSES.values():
        yield Definition(badge.word, badge.meaning, Chip(badge.word, badge.icon, badge.css))


def _versions(page: AuditPage) -> tuple[Fact, ...]:
    document = page.document
    return (
        Fact("read with", document.reader),
        Fact("rules", document.rules),
        Fact("policy", page.policy),
        Fact("SHA-256 of the file", document.sha256),
    )
