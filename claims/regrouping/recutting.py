"""Cuts a reading as people want it: sentences in parts, sentences together, furniture as claims and back.

Values in, values out. A stretch is looked for among all statements, so the cost grows with the number of
statements times that of stretches, which people make one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from claims.kinds import ClaimKind
from claims.reading import read
from claims.reading.record import Reading, Span, Statement, Stretch
from claims.regrouping.dealing import dealt
from sources.blocks import Block, BlockKind

_SENTENCES = (ClaimKind.STATEMENT, ClaimKind.QUOTATION, ClaimKind.LIST_ITEM)


def recut(reading: Reading, stretches: Iterable[Stretch]) -> Reading:
    """A reading with its statements cut as some stretches want it; they become its own.

    What was no statement is read, with the whole text around it, by the rules.
    """
    kept = tuple(sorted(stretches, key=lambda one: one.whole))
    anew = [one for one in kept if one.cut and not within(reading.statements, one.whole)]
    source = replace(reading.source, blocks=_as_article(reading.source.blocks, anew))
    found = read(source).statements if anew else ()
    for stretch in kept:
        reading = _recut(reading, stretch, found)
    return replace(reading, source=source, stretches=kept)


def uncut(reading: Reading) -> Reading:
    """A reading with its statements as the rules cut them; claims made of furniture stay."""
    read_so = [replace(one, cut=one.read) for one in reading.stretches if one.read and one.cut]
    return replace(recut(reading, read_so), stretches=())


def within(statements: Iterable[Statement], span: Span) -> tuple[Statement, ...]:
    """The statements that lie in a stretch of the text."""
    start, end = span
    return tuple(one for one in statements if start <= one.start and one.end <= end)


def statements_for(reading: Reading, spans: Sequence[Span]) -> tuple[tuple[Span, ...], ...]:
    """For each of some spans of furniture: the statements that the rules would find in it."""
    wanted = [Stretch((), (span,), ()) for span in spans]
    found = read(replace(reading.source, blocks=_as_article(reading.source.blocks, wanted))).statements
    return tuple(tuple((one.start, one.end) for one in within(found, span)) for span in spans)


def why_not_one(text: str, statements: Sequence[Statement]) -> str | None:
    """Why statements can't be one claim; `None` where they can. They come in the order of the text."""
    for one, other in pairwise(statements):
        if text[one.end : other.start].strip():
            return "other words stand between them"
        if one.section != other.section:
            return "they stand under different headings"
        if one.kind is not other.kind and not {one.kind, other.kind}.issubset(_SENTENCES):
            return f"one is a {_called(one)}, the other a {_called(other)}"
    return None


def _called(statement: Statement) -> str:
    return statement.kind.value.replace("_", " ")


def _recut(reading: Reading, stretch: Stretch, found: Sequence[Statement]) -> Reading:
    there = within(reading.statements, stretch.whole)
    pieces = there or within(found, stretch.whole)
    made = dealt(reading.source.text, pieces, stretch.cut) if pieces else ()
    others = [one for one in reading.statements if one not in there]
    return replace(
        reading,
        statements=tuple(sorted([*others, *made], key=lambda one: one.start)),
        furniture=_furniture(reading, stretch),
    )


def _as_article(blocks: Sequence[Block], stretches: Sequence[Stretch]) -> tuple[Block, ...]:
    """Blocks, with the furniture among some stretches taken for a part of the article."""
    wholes = [one.whole for one in stretches]
    return tuple(
        replace(block, kind=BlockKind.PARAGRAPH)
        if block.kind is BlockKind.FURNITURE
        and any(block.start < end and start < block.end for start, end in wholes)
        else block
        for block in blocks
    )


def _furniture(reading: Reading, stretch: Stretch) -> tuple[Span, ...]:
    start, end = stretch.whole
    left = [span for span in reading.furniture if not (start <= span[0] and span[1] <= end)]
    return tuple(sorted([*left, *(() if stretch.cut else stretch.read)]))
