"""Matching and grouping what other programs send as JSON Lines; nothing is stored.

A bad line comes out as an error, and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from claims.finding.stock import ClaimStock, empty_stock
from claims.matching.grouping import NewsDocument
from claims.matching.likeness import Rarity
from claims.matching.ranking import matches
from claims.matching.record import CheckedClaim, Match
from sources.errors import SourceError
from sources.jsonl import BadLine, Line, SentText, lines_of, sent_text


def matches_of_lines(corpus: Path, queries: Path, *, top: int) -> Iterator[tuple[str, list[Match]] | BadLine]:
    """For each line of `queries`, in order, its id and the best matches among the lines of `corpus`."""
    with empty_stock() as stock:
        yield from _put_in(stock, corpus)
        rarity = Rarity(stock)
        for line in lines_of(queries):
            sent = _statement(line)
            if isinstance(sent, BadLine):
                yield sent
            else:
                yield sent.id, matches(sent.text, stock.candidates(sent.text), rarity, top=top)


def documents_of_lines(path: Path) -> Iterator[NewsDocument | BadLine]:
    """The documents of a JSON Lines file, in order."""
    seen: dict[str, int] = {}
    for line in lines_of(path):
        found = _document(line)
        if isinstance(found, NewsDocument) and seen.setdefault(found.id, line.number) != line.number:
            yield _second(line, found.id, f"line {seen[found.id]}")
        else:
            yield found


def _put_in(stock: ClaimStock, corpus: Path) -> Iterator[BadLine]:
    for line in lines_of(corpus):
        claim = _statement(line)
        if isinstance(claim, BadLine):
            yield claim
        elif not stock.add(claim):
            yield _second(line, claim.id, "an earlier line")
    stock.close()


def _statement(line: Line) -> CheckedClaim | BadLine:
    sent = sent_text(line)
    if isinstance(sent, BadLine):
        return sent
    if sent.text is None:
        return BadLine(line.file, line.number, 'has no "text"')
    return CheckedClaim(sent.id, sent.text, sent.title)


def _document(line: Line) -> NewsDocument | BadLine:
    sent = sent_text(line)
    if isinstance(sent, BadLine):
        return sent
    try:
        return _as_news(sent)
    except SourceError as error:
        return BadLine(line.file, line.number, str(error))


def _as_news(sent: SentText) -> NewsDocument:
    if sent.text is not None:
        return NewsDocument(sent.id, sent.text, sent.title)
    page = sent.canonical()
    return NewsDocument(sent.id, page.text, page.metadata.title)


def _second(line: Line, id: str, where: str) -> BadLine:
    return BadLine(line.file, line.number, f'has the id "{id}" of {where}; give each line an id of its own')
