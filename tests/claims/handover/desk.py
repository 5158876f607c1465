"""A desk with two texts, and short ways to work at it. Every hand has ids of its own."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count

from claims.handover.assigning import assign
from claims.handover.meant import claims_meant
from claims.handover.pages import Assigned, DeskPage
from claims.handover.working import begin_work
from claims.judging.policy_file import BUILT_IN
from claims.judging.reviews import mark
from claims.judging.second_check import second
from claims.pages import ClaimPage
from claims.queries import claim_page
from ledger.engine import Ledger
from ledger.pen import Pen
from tests.ledger.pens import MORNING, replaying_pen

FERRIES = """Ferry sails 14 times a week

The ferry to Corrie sails 14 times a week from May, the harbour office said.

No passengers were hurt on 3 April.

Sources

Harbour office, timetable of May.
"""
BRIDGE = "The bridge to Corrie closes on Monday.\n\nNobody uses it at night.\n"
_FIRST = count(100)


def pen(actor: str = "ada", *, after: timedelta = timedelta(0)) -> Pen:
    """A pen whose ids are its own, and whose clock starts so long after the morning."""
    return replaying_pen(actor, start=MORNING + after, first=1000 * next(_FIRST))


def give(ledger: Ledger, *words: str, to: str | None = "ben", by: str = "ada") -> tuple[Assigned, ...]:
    """Assign claims."""
    with ledger.writing() as session:
        return assign(session, pen(by), claims_meant(session, words), to)


def begin(ledger: Ledger, *words: str, by: str = "ben", after: timedelta = timedelta(0)) -> None:
    """Begin to work on claims."""
    with ledger.writing() as session:
        begin_work(session, pen(by, after=after), claims_meant(session, words))


def judge(
    ledger: Ledger, handle: str, verdict: str, *, by: str = "ada", after: timedelta = timedelta(0)
) -> None:
    """Give a verdict, refuted for one that waits for a second."""
    with ledger.writing() as session:
        mark(session, pen(by, after=after), handle, verdict, because=f"{by} asked them", policy=BUILT_IN)


def check(ledger: Ledger, handle: str, verdict: str, *, by: str = "ben") -> None:
    """Give a second verdict."""
    with ledger.writing() as session:
        second(session, pen(by), handle, verdict, because=f"{by} read the log", policy=BUILT_IN)


def page(ledger: Ledger, handle: str, *, now: datetime = MORNING, reveal: bool = False) -> ClaimPage:
    with ledger.reading() as session:
        return claim_page(session, handle, BUILT_IN, now=now, reveal=reveal)


def desk_of(ledger: Ledger, handle: str, *, now: datetime = MORNING) -> DeskPage:
    return page(ledger, handle, now=now).desk
