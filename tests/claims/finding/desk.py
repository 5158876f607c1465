"""A ledger of two texts for tests of finding, and short ways to change and search it."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from claims.finding.filters import Filters
from claims.finding.keeping import index_of
from claims.finding.searching import EVERYTHING, search
from claims.intake import offer_file, store, store_revision
from claims.judging.policy_file import BUILT_IN
from ledger.engine import Ledger
from ledger.pen import Pen
from tests.ledger.pens import replaying_pen

STORM = """Storm closes the harbour

The storm sank 14 boats in the harbour of Arden.

Norland sent two tugs on Monday.
"""
WEEK = """A week after the storm

The storm sank fourteen boats in the harbour of Arden.

The storm sank 41 boats in the harbour of Arden.

A baker in Corrie won the lottery.
"""
_FIRST = count(1)


def pen() -> Pen:
    """A pen whose ids are its own."""
    return replaying_pen("ada", first=1_000 * next(_FIRST))


def add(ledger: Ledger, folder: Path, slug: str, words: str) -> None:
    """Put a text into the ledger."""
    (folder / f"{slug}.txt").write_text(words, encoding="utf-8")
    store(ledger, pen(), offer_file(str(folder / f"{slug}.txt")))


def revise(ledger: Ledger, folder: Path, slug: str, words: str) -> None:
    """Put the next version of a text into the ledger."""
    (folder / f"{slug}-2.txt").write_text(words, encoding="utf-8")
    store_revision(ledger, pen(), offer_file(str(folder / f"{slug}-2.txt"), slug=slug))


def found(ledger: Ledger, words: str, filters: Filters = EVERYTHING) -> set[str]:
    """What holds the words."""
    with index_of(ledger) as index, ledger.reading() as session:
        page = search(session, index, words, BUILT_IN, filters=filters)
    assert page.total == len(page.hits)
    return {hit.handle for hit in page.hits}
