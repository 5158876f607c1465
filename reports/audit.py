"""Turns an audit into what its report shows: which words, in which order, under which heading.

Every decision about meaning that the report makes is made here or in the modules called
from here; the template only lays out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress
from operator import not_

from claims.kinds import Grade
from claims.pages import AuditPage, ClaimPage
from claims.reading.record import ListedSource
from reports import dates
from reports.article import article_runs
from reports.authors import author_words
from reports.corrections import corrections_view
from reports.evidence_words import GRADES, STANCES
from reports.figures import figures_view
from reports.hidden import has_hidden
from reports.languages import notice, notice_of_several
from reports.open_tasks import differing
from reports.overview import summary_view
from reports.public_claims import public_views
from reports.readers import Audience, for_readers
from reports.register import claim_view
from reports.reply_section import requests_view
from reports.rests_on import source_uses
from reports.standing import is_worked_on
from reports.summary import summarise
from reports.unconfirmed import unconfirmed_view
from reports.views.article import ArticleView
from reports.views.basic import Chip, Definition, Fact, Link
from reports.views.report import AuditView, LogView, MethodView, SourcesView, SourceView
from reports.words import HEDGES, PURPOSES, RELATIONS, SOURCES, STATUSES, count, sentence

_KINDS: Mapping[Audience, str] = {
    Audience.DESK: "Audit report",
    Audience.READERS: "How this text was checked",
}
_LEFT_OUT = (
    "Left out here are the names of those who checked the text, their notes, whom they asked and what was "
    "answered, and all that could tell who a protected source is."
)
_OTHERS_SHOWN = 8
_MANY = 100
"""More claims that somebody has worked on are folded: to lay them all out takes a phone many seconds."""

_LONG = 500
"""From this many claims on, the browser is told to lay out only what is on the screen."""


def audit_view(page: AuditPage, *, audience: Audience = Audience.DESK) -> AuditView:
    """Everything that the report of `page` shows; readers get what `for_readers` leaves."""
    if audience is Audience.READERS:
        page = for_readers(page)
    document = page.document
    summary = summarise(page)
    claims = {claim.handle: claim for claim in document.claims}
    differ = differing(summary.differences)
    register = [
        claim_view(claim, document.text, differ.get(claim.handle), now=page.printed_at)
        for claim in document.claims
    ]
    worked = [is_worked_on(claim) for claim in document.claims]
    rest = tuple(compress(register, map(not_, worked)))
    return AuditView(
        kind=_KINDS[audience],
        title=document.title or document.slug,
        notice=_notice(page),
        printed=dates.moment(page.printed_at),
        facts=tuple(_facts(page)),
        result=sentence(summary.result),
        corrections=corrections_view(page.corrections, claims),
        public=public_views(document.claims),
        long=len(document.claims) > _LONG,
        summary=summary_view(summary),
        unconfirmed=unconfirmed_view(summary, claims, page.story.words),
        figures=figures_view(page.story, claims),
        article=ArticleView(document.language, article_runs(document, differ)),
        worked_label=_worked_label(sum(worked)),
        worked_on=tuple(compress(register, worked)),
        claims_label=f"{count(len(rest), 'claim')} that nobody has looked at, one by one",
        claims=rest,
        requests=requests_view(document.claims, document.slug),
        sources=_sources(page, claims),
        method=_method(page, audience),
        log=LogView(count(page.head.size, "entry", "entries"), page.head.root),
    )


def _worked_label(worked: int) -> str | None:
    return f"{count(worked, 'claim')} that somebody has worked on, one by one" if worked > _MANY else None


def _notice(page: AuditPage) -> str | None:
    """Which texts are in a language that the rules don't know: this one, or another of its story."""
    own = notice(page.document.language)
    others = [pair for pair in page.story.languages.items() if pair[0] != page.document.slug]
    return own or notice_of_several(others)


def _facts(page: AuditPage) -> Iterator[Fact]:
    document = page.document
    metadata = document.metadata
    yield Fact("document", document.slug)
    yield Fact("file", re.split(r"[/\\]", document.file)[-1])
    yield _stated("outlet", metadata.outlet, "no outlet given")
    yield _stated("author", author_words(document), "no author given")
    published = dates.date(metadata.published) if metadata.published else None
    yield _stated("published", published, "no date given")
    if metadata.modified:
        yield Fact("changed", dates.date(metadata.modified))
    if metadata.url:
        yield Fact("address", metadata.url)
    if document.purpose:
        yield Fact("checked as", PURPOSES[document.purpose.purpose])
    yield Fact("revision", f"{document.revision}, read {dates.moment(document.read_at)}")
    if document.story != document.slug:
        yield Fact("story", document.story)
    if others := [slug for slug in page.story.documents if slug != document.slug]:
        more = (
            f" and {count(len(others) - _OTHERS_SHOWN, 'more document')}"
            if len(others) > _OTHERS_SHOWN
            else ""
        )
        yield Fact("checked with", ", ".join(others[:_OTHERS_SHOWN]) + more)


def _stated(label: str, value: str | None, otherwise: str) -> Fact:
    return Fact(label, value) if value else Fact(label, otherwise, unknown=True)


def _sources(page: AuditPage, claims: Mapping[str, ClaimPage]) -> SourcesView:
    document = page.document
    listed, uses = document.sources, source_uses(claims, page.registry)
    lead = "The document lists no sources of its own."
    if not document.language_known:
        lead = "Whether the document lists sources of its own is unread."
    if listed:
        opened = "" if uses else " None has been opened or graded here."
        lead = f"The document lists {count(len(listed), 'source')}.{opened}"
    starts = [claim.start for claim in document.claims]
    return SourcesView(
        uses,
        lead,
        tuple(
            SourceView(
                name=source.name,
                kind=SOURCES[source.kind],
                note=source.note,
                url=source.url,
                place=_entry(source, document.claims, starts),
            )
            for source in listed
        ),
    )


def _entry(source: ListedSource, claims: Sequence[ClaimPage], starts: Sequence[int]) -> Link | None:
    """The claim that a listed source stands in, if it is one."""
    at = bisect_left(starts, source.start)
    if at < len(claims) and claims[at].start < source.end:
        return Link(str(claims[at].number), f"#claim-{claims[at].number}")
    return None


def _method(page: AuditPage, audience: Audience) -> MethodView:
    document = page.document
    return MethodView(
        statuses=tuple(
            Definition(badge.word, badge.meaning, Chip(badge.word, badge.icon, badge.css))
            for badge in STATUSES.values()
        ),
        evidence=tuple(_exhibits(document.claims)),
        relations=tuple(Definition(term.word, term.meaning) for term in RELATIONS.values()),
        hedges=tuple(Definition(term.word, term.meaning) for term in HEDGES.values()),
        left_out=_LEFT_OUT if audience is Audience.READERS else None,
        marks=has_hidden(document.text) or has_hidden(document.title or ""),
        versions=(
            Fact("read with", document.reader),
            Fact("rules", document.rules),
            Fact("policy", page.policy),
            Fact("SHA-256 of the file", document.sha256),
        ),
    )


def _exhibits(claims: Sequence[ClaimPage]) -> Iterator[Definition]:
    """The words that evidence is shown with, where there is any."""
    if any(claim.evidence for claim in claims):
        yield from (Definition(term.word, term.meaning) for term in STANCES.values())
        yield from (
            Definition(f"{grade.value}", f"The source is {words}.")
            for grade, words in GRADES.items()
            if grade is not Grade.F
        )
        yield Definition("not graded", "Somebody looked, and nobody can tell how reliable the source is.")
        yield Definition("no grade yet", "Nobody has graded the source.")
