"""A text made of the statements of a table, and what is read in it: each row is one claim.

Values in, values out. Who said a thing and when stands in front of it, so that a reader sees it too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.kinds import ClaimKind, WhyNot
from claims.reading import read
from claims.reading.record import Attribution, Reading, Statement
from sources.blocks import Block, BlockKind, CanonicalText, Link, Metadata
from sources.language import language_of

READER = "table/1"
_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Sent:
    """A statement as a table has it. `None` is not said."""

    words: str
    claimant: str | None = None
    date: str | None = None
    url: str | None = None

    @property
    def lead(self) -> str:
        """Who said it and when, as it stands in front."""
        said = ", ".join(filter(None, (self.claimant, self.date)))
        return f"{said}: " if said else ""

    @property
    def text(self) -> str:
        """The whole statement as it stands in the text."""
        return self.lead + self.words


def read_statements(
    statements: Sequence[Sent], *, title: str | None = None, language: str | None = None
) -> Reading:
    """A text of so many paragraphs, and one claim for each, in order.

    Its words tell the language where nobody does.
    """
    source = _source(statements, title, language)
    reading = read(source)
    starts = [block.start for block in source.blocks]
    parts: defaultdict[int, list[Statement]] = defaultdict(list)
    for part in reading.statements:
        parts[bisect_right(starts, part.start) - 1].append(part)
    claims = (
        _credited(_merged(block, parts[number]), sent, block.start)
        for number, (block, sent) in enumerate(zip(source.blocks, statements, strict=True))
    )
    return replace(reading, statements=tuple(claims), sources=(), furniture=())


def _source(statements: Sequence[Sent], title: str | None, language: str | None) -> CanonicalText:
    blocks, links, at = [], [], 0
    for sent in statements:
        end = at + len(sent.text)
        blocks.append(Block(BlockKind.PARAGRAPH, at, end))
        if sent.url:
            links.append(Link(at + len(sent.lead), end, sent.url))
        at = end + len(_GAP)
    text = _GAP.join(sent.text for sent in statements)
    metadata = Metadata(title=title, language=language or language_of(text))
    return CanonicalText(text, tuple(blocks), metadata, READER, links=tuple(links))


def _merged(block: Block, parts: Sequence[Statement]) -> Statement:
    """The sentences of one row as one statement, even where it reads like the furniture of a page."""
    checkable = any(part.checkable for part in parts)
    return Statement(
        block.start,
        block.end,
        ClaimKind.STATEMENT,
        section=None,
        checkable=checkable,
        why_not=None if checkable else parts[0].why_not if parts else WhyNot.INCOMPLETE,
        hedges=tuple(hedge for part in parts for hedge in part.hedges),
        reported_unconfirmed=any(part.reported_unconfirmed for part in parts),
        figures=tuple(figure for part in parts for figure in part.figures),
        attributions=tuple(dict.fromkeys(credit for part in parts for credit in part.attributions)),
    )


def _credited(statement: Statement, sent: Sent, start: int) -> Statement:
    """The statement with the claimant of its row as its speaker."""
    if sent.claimant is None:
        return statement
    source = (start, start + len(sent.claimant))
    content = (start + len(sent.lead), start + len(sent.text))
    others = [credit for credit in statement.attributions if source not in credit.source]
    said = Attribution((source,), (), (content,), sent.claimant, quoted=False)
    return statement._replace(attributions=(said, *others))
