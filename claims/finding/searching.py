"""Full-text search over a ledger: what holds the words, the best first, under the filters that are given.

What somebody told stands in no index. It is read through each time, so that words that were deleted are gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from claims.captured import CapturePage
from claims.errors import NothingAsked
from claims.evidence.models import EvidenceRow
from claims.evidence.pages import PREFIX as EVIDENCE
from claims.evidence.pages import EvidencePage
from claims.factchecks.pages import FactCheckPage
from claims.finding.asked import Part, asked, joined, places
from claims.finding.excerpts import excerpt
from claims.finding.filters import Filters, among, evidence_among, of_status
from claims.finding.found import pages_of
from claims.finding.index import Index
from claims.finding.pages import Found, FoundClaim, Hit, SearchPage
from claims.finding.words import words_in
from claims.judging.policy import Policy
from claims.kinds import SearchedIn
from claims.registry.pages import SourcePage

MOST = 20
_AT_ONCE = 1_000
"""So many rows are held at a time."""
EVERYTHING = Filters()


def search(
    session: Session,
    index: Index,
    typed: str,
    policy: Policy,
    *,
    filters: Filters = EVERYTHING,
    most: int = MOST,
    now: datetime | None = None,
) -> SearchPage:
    """At most so many of what holds all the words, "phrases" and beginnings* that were typed, best first.

    Raises `NothingAsked`, `UnknownDocument` or `UnknownStory`.
    """
    parts = asked(typed)
    if not parts:
        raise NothingAsked(f"{typed!r} holds no word to search for; give one, as in: factdesk search harbour")
    wanted = among(session, index, filters)
    at = now or datetime.now(UTC)
    if filters.statuses:
        wanted = of_status(session, index, parts, wanted, policy, filters.statuses, at)
    told = _told(session, index, parts, filters) if SearchedIn.EVIDENCE in wanted.within else {}
    twice = index.holding(parts, wanted, tuple(told))
    once = (((SearchedIn.EVIDENCE, one), badness) for one, badness in told.items() if one not in twice)
    found = sorted([*index.ranked(parts, wanted, most=most), *once], key=lambda one: one[1])
    best = [name for name, _ in found[:most]]
    pages = pages_of(session, best, policy, at)
    return SearchPage(
        asked=typed,
        hits=tuple(_hit(pages[name], parts) for name in best),
        total=index.count(parts, wanted) + len(told) - len(twice),
    )


def _told(session: Session, index: Index, parts: Sequence[Part], filters: Filters) -> dict[str, float]:
    """The evidence in which somebody told the words, or its translation has them, with how badly it fits."""
    query = select(EvidenceRow.number, EvidenceRow.told, EvidenceRow.translation).where(
        or_(EvidenceRow.told.is_not(None), EvidenceRow.translation.is_not(None)),
        *evidence_among(session, filters),
    )
    found = {}
    for number, *texts in session.execute(query.execution_options(yield_per=_AT_ONCE)):
        text = " ".join(filter(None, texts))
        often = [len(spans) for spans in places(parts, text)]
        if all(often):
            found[f"{EVIDENCE}{number}"] = index.badness(parts, often, sum(1 for _ in words_in(text)))
    return found


def _hit(page: Found, parts: Sequence[Part]) -> Hit:
    """A page with the words in it that tell why it was found, and their places."""
    match page:
        case FoundClaim():
            return _whole(SearchedIn.CLAIMS, page, page.text, parts)
        case EvidencePage():
            texts = [page.quote or "", page.told or "", page.translation or ""]
            return _whole(SearchedIn.EVIDENCE, page, max(texts, key=lambda text: _held(text, parts)), parts)
        case SourcePage():
            return _whole(SearchedIn.SOURCES, page, " · ".join(page.names), parts)
        case FactCheckPage():
            return _whole(SearchedIn.FACTCHECKS, page, page.claim_reviewed, parts)
        case CapturePage():
            shown = excerpt(page.text or "", places(parts, page.text or ""))
            return Hit(SearchedIn.CAPTURES, page, shown.text, shown.spans, shown.start, shown.more)


def _whole(within: SearchedIn, page: Found, text: str, parts: Sequence[Part]) -> Hit:
    spans = joined([span for found in places(parts, text) for span in found])
    return Hit(within, page, text, spans)


def _held(text: str, parts: Sequence[Part]) -> int:
    """How many of the parts a text holds; of texts that hold as many the first counts."""
    return sum(map(bool, places(parts, text)))
