"""What `factdesk search` prints: what holds the words, the best first, with the words marked."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import assert_never

from claims.captured import CapturePage
from claims.evidence.pages import EvidencePage
from claims.factchecks.pages import FactCheckPage
from claims.finding.excerpts import excerpt
from claims.finding.pages import FoundClaim, Hit, SearchPage
from claims.registry.pages import SourcePage
from reports.evidence import source_words, stance_words
from reports.evidence_words import grade_words
from reports.factcheck_words import whose_words
from reports.hidden import one_line
from reports.screen import Line, Run, coloured, plainly, soft, strong, text_of, wrapped_runs
from reports.standing import status_words

_INDENT = 2
OPENS, CLOSES = "«", "»"
"""What stands around marked words where there is no bold."""


def search_screen(page: SearchPage) -> str:
    """What was found, each with what it is and the words that tell why; how many more there are."""
    if not page.hits:
        return f"Nothing here holds {one_line(page.asked)}."
    lines = [line for hit in page.hits for line in _hit(hit)]
    if page.more:
        lines.append((soft(f"and {page.more} more; show more with --top, or narrow it down with --in"),))
    return text_of(lines)


def _hit(hit: Hit) -> Iterator[Line]:
    yield (strong(hit.handle), plainly("  "), *_told(hit))
    if hit.text:
        yield from _marked(hit)


def _told(hit: Hit) -> Iterator[Run]:
    """What it is that was found."""
    match hit.page:
        case FoundClaim() as claim:
            yield coloured(status_words(claim.standing), claim.standing.status)
            if claim.cut_in:
                yield soft(f", cut in revision {claim.cut_in}")
        case EvidencePage() as evidence:
            withdrawn = ", withdrawn" if evidence.withdrawn else ""
            yield plainly(f"{evidence.claim}: {stance_words(evidence)}, {source_words(evidence)}{withdrawn}")
        case SourcePage() as source:
            yield plainly(f"source, {grade_words(source.grade.grade if source.grade else None)}")
        case CapturePage() as capture:
            yield plainly(one_line(capture.name))
        case FactCheckPage() as factcheck:
            replaced = f", replaced by {factcheck.replaced_by}" if factcheck.replaced_by else ""
            yield plainly(f"{whose_words(factcheck)}{replaced}")
        case other:
            assert_never(other)


def _marked(hit: Hit) -> Iterator[Line]:
    """The words, with what was searched for in bold, or between marks where there is no bold."""
    shown = excerpt(hit.text, [[span] for span in hit.spans])
    before = "…" if hit.start or shown.start else ""
    after = "…" if hit.more or shown.more else ""
    runs = [plainly(before), *_runs(shown.text, shown.spans), plainly(after)]
    yield from wrapped_runs(runs, indent=_INDENT)


def _runs(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Run]:
    """The text, with what was searched for in bold, or between marks where there is no bold."""
    bold = sys.stdout.isatty()
    at = 0
    for start, end in spans:
        yield plainly(text[at:start])
        yield strong(text[start:end]) if bold else plainly(f"{OPENS}{text[start:end]}{CLOSES}")
        at = end
    yield plainly(text[at:])
