"""What the commands about evidence print: what was tied to a claim, what it leaves open, who was asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from claims.evidence.pages import EvidencePage, LookingPage
from claims.kinds import EvidenceKind, Interest
from reports import dates
from reports.evidence import (
    contact_words,
    recheck_words,
    search_words,
    source_words,
    stance_words,
    withdrawn_words,
)
from reports.evidence_words import (
    CREDIBILITIES,
    EVIDENCE_KINDS,
    FITS,
    INTERESTS,
    QUESTIONS,
    grade_words,
    primary_words,
)
from reports.hidden import shown_name
from reports.screen import Line, labelled, plainly, strong, text_of, wrapped

PARTY_ONLY = "it proves that the party said so, and no more"
HELD_BACK = "left out, since the source is protected; --with-protected shows it"
_LINES_OF_QUOTE = 2


def added_screen(added: tuple[EvidencePage, Sequence[str]]) -> str:
    """Evidence that was just added, what it covers and leaves open, and what to look at again."""
    page, warnings = added
    lines = [*_head(page)]
    for label, words in (("source", _source(page)), ("origin", _origin(page)), *_coverage(page)):
        lines += labelled(label, words)
    for warning in warnings:
        lines += labelled("look again", warning)
    return text_of([*lines, *labelled("show", f"factdesk evidence show {page.handle}")])


def evidence_list_screen(pages: Sequence[EvidencePage]) -> str:
    """Evidence, a few lines each: what it does to which claim, its words, whom it is from."""
    if not pages:
        return 'No evidence; add some with: factdesk evidence add SLUG:NUMBER URL --quote "…"'
    return text_of(
        line
        for page in pages
        for line in (
            *_head(page, most=_LINES_OF_QUOTE),
            *wrapped("; ".join(filter(None, (_source(page), _stands(page)))), indent=2),
        )
    )


def evidence_screen(page: EvidencePage) -> str:
    """One piece of evidence with everything that is known of it."""
    lines = [*_head(page), ()]
    for label, words in (*_had(page), *_weighed(page), *_coverage(page), *_since(page)):
        lines += labelled(label, words)
    return text_of(lines)


def looking_screen(page: LookingPage, *, now: datetime) -> str:
    """All that was looked for on a claim, and who was asked, each with its number."""
    lines: list[Line] = [(strong(page.claim),)]
    for search in page.searches:
        lines += labelled("search", search_words(search))
    for contact in page.contacts:
        told = contact_words(contact, now=now)
        if contact.request is not None:
            told = f"part of reply:{contact.request}; see: factdesk reply show {contact.request}"
        lines += labelled(f"contact {contact.number}", told)
    return text_of(lines)


def _head(page: EvidencePage, *, most: int | None = None) -> list[Line]:
    withdrawn = ", withdrawn" if page.withdrawn else ""
    words = page.quote or page.told
    return [
        (strong(page.handle), plainly(f"  {page.claim}: {stance_words(page)}{withdrawn}")),
        *wrapped(f"“{words}”" if words else "(its words were withheld)", indent=2, most=most),
    ]


def _had(page: EvidencePage) -> Iterator[tuple[str, str | None]]:
    """Where its words stand, or how they were had."""
    yield "stands", _stands(page)
    yield "fit", FITS[page.fit] if page.fit else None
    yield "part", page.part and f"{page.part}, put into words by {page.described_by}"
    yield "language", page.language
    yield "translation", page.translation and f"“{page.translation}”, by {page.translated_by}"
    yield "said to be", ", ".join(filter(None, (page.claimed_date, page.claimed_place))) or None
    yield "first use", page.first_use
    yield "when", page.on_date
    yield "where", page.place
    yield "how", page.how
    yield "when, where", HELD_BACK if page.held_back else None


def _weighed(page: EvidencePage) -> Iterator[tuple[str, str | None]]:
    """Whom it is from, and what a person makes of it."""
    yield "source", _source(page)
    yield "interest", INTERESTS[page.interest]
    yield "", PARTY_ONLY if page.interest is Interest.PARTY and page.primary else None
    yield "first hand", primary_words(page.primary)
    told = CREDIBILITIES[page.credibility] if page.credibility else "can’t be judged"
    yield "credibility", f"{page.credibility or 6}, {told}"
    yield "about", QUESTIONS[page.question].meaning if page.question else None
    yield "origin", _origin(page)
    yield "because", page.because
    by = shown_name(page.by)
    yield "added by", by if page.held_back else f"{by}, {dates.moment(page.at)}"


def _coverage(page: EvidencePage) -> Iterator[tuple[str, str | None]]:
    """What its words have to say of the claim's figures, dates, names and denials."""
    yield "says", ", ".join(page.covered)
    yield "says not", ", ".join(page.uncovered)
    for words in page.differing:
        yield "differs", words


def _since(page: EvidencePage) -> Iterator[tuple[str, str | None]]:
    """What became of it since it was added."""
    yield "since", withdrawn_words(page)
    if page.recheck:
        yield "since", recheck_words(page.recheck)
        yield "now", page.recheck.now


def _stands(page: EvidencePage) -> str:
    if page.kind is not EvidenceKind.CAPTURE:
        return EVIDENCE_KINDS[page.kind]
    made = f", captured {dates.moment(page.captured_at)}" if page.captured_at else ""
    return f"{page.capture}{made}"


def _source(page: EvidencePage) -> str:
    return (
        f"{source_words(page)}, {page.source}, {grade_words(page.grade)}"
        if page.source
        else source_words(page)
    )


def _origin(page: EvidencePage) -> str:
    return f"{page.origin} ({page.origin_sign.value})"
