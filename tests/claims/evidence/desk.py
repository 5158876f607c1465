"""What the desk of these tests works on, and short ways to add to it."""

from __future__ import annotations

from itertools import count
from typing import Any

from claims.evidence.adding import add_heard, add_quote
from claims.evidence.offered import Added, Heard, Quoted
from claims.evidence.pages import EvidencePage
from claims.evidence.queries import evidence_page
from claims.evidence.typed import judged
from claims.kinds import EvidenceKind
from ledger.engine import Ledger
from ledger.pen import Pen
from tests.ledger.pens import replaying_pen

ARTICLE = """Ferry sails 14 times a week

The ferry to Corrie sails 14 times a week from May, the harbour office said.

No passengers were hurt on 3 April.
"""
PAGE = """<html><head><title>Timetable</title></head><body><article><h1>Ferry timetable</h1>
<p>The ferry to Corrie sails 14&nbsp;times a week, the harbour’s own timetable says. The summer times begin on
3 May 2026 and go on for as long as the weather of the strait allows the crossing.</p>
<p>It was not true that passengers were hurt on the quay, whatever was told in town.</p>
<p>“The crossing takes two hours.” It has never taken longer.</p></article></body>
</html>
"""
REPORT = """Ferry to sail daily, and twice on Sundays

CORRIE (AFP) - The ferry to Corrie is to sail 12 times a week, people in the port say.
"""
CLAIM = "ferries:2"
_FIRST = count(100)
_SAID: dict[str, Any] = {"stance": "supports", "because": "it is their own page"}
_FACTS = ("on_date", "place", "how", "kind")


def pen(number: int | None = None, actor: str = "ada") -> Pen:
    """A pen whose ids are its own."""
    return replaying_pen(actor, first=1000 * (next(_FIRST) if number is None else number))


def quote(
    ledger: Ledger,
    words: str,
    *,
    capture: str = "capture:1",
    claim: str = CLAIM,
    of_it: dict[str, Any] | None = None,
    **said: Any,
) -> Added:
    """Add a quote; `of_it` is what belongs to the quote beside its words, the rest what is made of it."""
    opinion = judged(**(_SAID | said))
    with ledger.writing() as session:
        return add_quote(session, pen(), claim, capture, Quoted(quote=words, **(of_it or {})), opinion)


def heard(ledger: Ledger, told: str = "14 times a week", *, claim: str = CLAIM, **said: Any) -> Added:
    """Add what somebody said in an interview."""
    facts: dict[str, Any] = {key: said.pop(key) for key in _FACTS if key in said}
    facts.setdefault("kind", EvidenceKind.INTERVIEW)
    opinion = judged(**(_SAID | said))
    with ledger.writing() as session:
        return add_heard(session, pen(), claim, Heard(told=told, **facts), opinion)


def page(ledger: Ledger, handle: str, *, protected: bool = False) -> EvidencePage:
    with ledger.reading() as session:
        return evidence_page(session, handle, protected=protected)
