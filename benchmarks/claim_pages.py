"""What the page of one claim costs in a long draft, beside the page of one in a short draft.

A second text of the same story counts otherwise, so that many figures of the draft are rivals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from benchmarks.growth import made_up_article
from benchmarks.ratios import Ratio, cpu_in_turn
from claims.intake import offer_file, store
from claims.judging.adopted import policy_in_force
from claims.queries import claim_page
from ledger.engine import open_ledger
from ledger.pen import Pen

NOON = datetime(2025, 12, 13, 12, tzinfo=UTC)
LONG, SHORT = 2_000, 20


def measure() -> Iterator[Ratio]:
    """CPU seconds for ten pages of claims, in a draft of 2,000 sentences and in one of 20."""
    with TemporaryDirectory() as folder, ExitStack() as opened:
        long, short = (opened.enter_context(_reading(Path(folder), size)) for size in (LONG, SHORT))
        in_long, in_short = cpu_in_turn(_pages(long), _pages(short))
    yield Ratio("one claim's page in a draft of 2,000 beside one in 20", in_long, in_short, most=2)


def _pages(session: Session) -> Callable[[], None]:
    policy = policy_in_force(session)

    def show() -> None:
        for number in range(2, 12):
            session.expire_all()
            claim_page(session, f"draft:{number}", policy, now=NOON)

    return show


def _reading(folder: Path, sentences: int) -> Session:
    """A session on a new ledger with a draft of so many sentences; leaving it closes the session."""
    ledger, pen = open_ledger(folder / f"{sentences}.db"), Pen.of_this_machine("ada")
    words = made_up_article(sentences)
    for slug, text in (("draft", words), ("wire", words.replace("counted ", "counted 1"))):
        file = folder / f"{slug}.txt"
        file.write_text(text, encoding="utf-8")
        store(ledger, pen, offer_file(str(file), slug=slug, story="county"))
    return Session(ledger._engine)
