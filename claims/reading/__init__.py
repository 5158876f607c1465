"""Reads a document: from blocks to statements with their figures, attributions and hedges.

Values in, values out: the same text always gives the same reading. Nothing is stored here and
nothing is related to anything else; see `claims/reconcile/` for that.
"""

from __future__ import annotations

from collections.abc import Iterable

from claims.kinds import ClaimKind, WhyNot
from claims.reading.attribution import find_attributions
from claims.reading.checkable import why_not_checkable
from claims.reading.figures import find_figures, may_hold_figures
from claims.reading.headings import Section, section_of, section_under
from claims.reading.hedges import calls_unconfirmed, find_hedges
from claims.reading.languages import is_known
from claims.reading.listed_sources import find_listed_sources
from claims.reading.record import Attribution, Figure, Reading, Statement
from claims.reading.statements import BareStatement, find_furniture, find_statements, whole_block
from claims.reading.written_figures import find_written_figures
from sources.blocks import BlockKind, CanonicalText, Cell

RULES = "reading/1"
"""The version of the rules, stored beside what they found."""

_NEVER_COUNTED = (ClaimKind.BYLINE, ClaimKind.TABLE_HEADER, ClaimKind.SOURCE_ENTRY)
_NEVER_HEDGED = (ClaimKind.HEADING, ClaimKind.BYLINE, ClaimKind.TABLE_HEADER, ClaimKind.SOURCE_ENTRY)


def read(source: CanonicalText) -> Reading:
    """Everything that the rules find in one document.

    In a language that the rules don't know, statements still hold the whole text, but nobody is
    credited, nothing counts as hedged, and of figures only the digits are read: an English word
    list would only guess.
    """
    bare = find_statements(source)
    known = is_known(source.metadata.language)
    credits = find_attributions(source, bare) if known else [()] * len(bare)
    cells = _cells_by_row(source)
    under = {heading: section_under(heading) for heading in {statement.section for statement in bare}}
    return Reading(
        source=source,
        title=source.metadata.title or _headline(source, bare),
        language=source.metadata.language,
        statements=tuple(
            _completed(
                source,
                statement,
                credited,
                under=under[statement.section],
                cells=cells.get(statement.start, ()),
                known=known,
            )
            for statement, credited in zip(bare, credits, strict=True)
        ),
        sources=find_listed_sources(source, bare),
        furniture=find_furniture(source),
    )


def _cells_by_row(source: CanonicalText) -> dict[int, tuple[Cell, ...]]:
    """The cells of every table row, by where the row starts."""
    rows = (block for block in source.blocks if block.cells and block.kind is BlockKind.TABLE_ROW)
    return {start: row.cells for row in rows for start, _ in whole_block(source.text, row)}


def _completed(
    source: CanonicalText,
    statement: BareStatement,
    credited: tuple[Attribution, ...],
    *,
    under: Section,
    cells: tuple[Cell, ...],
    known: bool,
) -> Statement:
    """A bare statement with everything that is said in it."""
    text, start, end, kind = source.text, statement.start, statement.end, statement.kind
    under = section_of(under, text[start:end])
    figures = _figures(source, statement, cells, known=known)
    hedges = find_hedges(statement.words) if known and kind not in _NEVER_HEDGED else ()
    why_not = why_not_checkable(
        statement, text[start:end], under=under, credited=credited, figures=figures, known=known
    )
    return Statement(
        start,
        end,
        kind,
        statement.section,
        checkable=why_not is None,
        why_not=why_not,
        hedges=hedges,
        reported_unconfirmed=why_not is None and (under is Section.UNCONFIRMED or calls_unconfirmed(hedges)),
        figures=figures,
        attributions=credited,
    )


def _figures(
    source: CanonicalText, statement: BareStatement, cells: tuple[Cell, ...], *, known: bool
) -> tuple[Figure, ...]:
    """The figures of a statement, by the rules for its language."""
    if statement.kind in _NEVER_COUNTED or statement.why_not is WhyNot.LABEL:
        return ()
    language = source.metadata.language
    if language is not None and not known:
        return find_written_figures(source.text, statement.start, statement.end, language=language)
    if not may_hold_figures(statement.words):
        return ()
    return find_figures(
        source.text,
        statement.start,
        statement.end,
        cells=cells,
        row=statement.kind is ClaimKind.TABLE_ROW,
        published=source.metadata.published,
    )


def _headline(source: CanonicalText, statements: Iterable[BareStatement]) -> str | None:
    for statement in statements:
        if statement.kind is ClaimKind.HEADLINE:
            return " ".join(source.text[statement.start : statement.end].split())
    return None
