"""Which fact-checks of others there are; pages come out, nothing is written."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.factchecks.models import FactCheckRow
from claims.factchecks.pages import PREFIX
from claims.matching.record import CheckedClaim

_AT_ONCE = 1_000
"""So many rows are held at a time."""


def factchecks_to_match(session: Session, *, after: int = 0) -> Iterator[CheckedClaim]:
    """The fact-checks numbered higher than `after`, in order, as matching takes them; ids are handles.

    One that was replaced by a later version comes as well; its page says so.
    """
    query = (
        select(FactCheckRow.number, FactCheckRow.claim_reviewed, FactCheckRow.title)
        .where(FactCheckRow.number > after)
        .order_by(FactCheckRow.number)
    )
    for number, claim, title in session.execute(query.execution_options(yield_per=_AT_ONCE)):
        yield CheckedClaim(f"{PREFIX}{number}", claim, title)
