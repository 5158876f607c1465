"""A desk that puts things to people: two drafts of one story, and one of another; its clock is set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from claims.intake import offer_file, store, store_revision
from claims.kinds import ReplyOutcome
from claims.replies.answering import Came, answered, used
from claims.replies.asking import Request, ask
from claims.replies.pages import RequestPage
from claims.replies.queries import request_page, request_pages
from ledger.engine import Ledger
from ledger.pen import Pen
from tests.ledger.pens import replaying_pen

FERRIES = """Ferry master accused

Olga Maran stole 40 tickets, the harbour office said.

Olga Maran sold them on the quay.

The ferry to Corrie sails 14 times a week.
"""
NOTICE = "The harbour is closed on 3 April, the harbour office said.\n"
QUAY = "The quay was mended in May.\n"
STOLE, SOLD, SAILS = "ferries:2", "ferries:3", "ferries:4"
NINE = datetime(2025, 12, 14, 9, tzinfo=UTC)
SIX = NINE + timedelta(hours=9)
EVENING = NINE + timedelta(hours=12)
MARAN = "Olga Maran"
PUT = "We report that you stole 40 tickets.\n\nIs that so?"
_FIRST = count(100)


def pen(at: datetime = NINE, actor: str = "ada") -> Pen:
    """A pen at a time of day, whose ids are its own."""
    return replaying_pen(actor, start=at, first=1000 * next(_FIRST))


def opened(ledger: Ledger, folder: Path) -> Ledger:
    """The ledger with the three documents, two of them in one story."""
    for slug, words, story in (
        ("ferries", FERRIES, None),
        ("notice", NOTICE, "ferries"),
        ("quay", QUAY, None),
    ):
        (folder / f"{slug}.txt").write_text(words, encoding="utf-8")
        store(ledger, pen(NINE - timedelta(hours=1)), offer_file(str(folder / f"{slug}.txt"), story=story))
    return ledger


def revised(
    ledger: Ledger, folder: Path, was: str, now: str, *, at: datetime = NINE, slug: str = "ferries"
) -> None:
    """The next version of a document, with other words in one place."""
    path = folder / f"{slug}.txt"
    words = path.read_text(encoding="utf-8")
    assert was in words
    path.write_text(words.replace(was, now), encoding="utf-8")
    store_revision(ledger, pen(at), offer_file(str(path)))


def put(ledger: Ledger, *claims: str, at: datetime = NINE, **said: Any) -> int:
    """Put something to Maran about claims, and note it at once."""
    request = replace(Request(MARAN, PUT, "email", SIX, at), **said)
    return written(ledger, at, lambda session, pen: ask(session, pen, request, claims or (STOLE,)))


def came(
    ledger: Ledger,
    number: int | str,
    words: str | None = None,
    what: ReplyOutcome = ReplyOutcome.ANSWERED,
    *,
    noted: datetime = NINE + timedelta(minutes=30),
    at: datetime | None = None,
) -> int:
    """Note what came of a request."""
    return written(
        ledger, noted, lambda session, pen: answered(session, pen, str(number), Came(what, words, at))
    )


def use(
    ledger: Ledger, number: int, words: str | None, because: str | None = None, *, at: datetime = EVENING
) -> None:
    """Note what was used of an answer."""
    written(ledger, at, lambda session, pen: used(session, pen, str(number), words=words, because=because))


def written(ledger: Ledger, at: datetime, action: Callable[[Any, Pen], int]) -> int:
    with ledger.writing() as session:
        return action(session, pen(at))


def page(ledger: Ledger, number: int, *, now: datetime = NINE, protected: bool = False) -> RequestPage:
    with ledger.reading() as session:
        return request_page(session, str(number), now=now, protected=protected)


def pages(ledger: Ledger, name: str | None = None, *, now: datetime = NINE) -> list[int]:
    with ledger.reading() as session:
        return [one.number for one in request_pages(session, name, now=now)]
