"""Pens for tests: the clock, the ids and the salts come in a fixed order, so a history can be replayed."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from itertools import count

from ledger.base import SALT_BYTES
from ledger.pen import Known, Pen

MORNING = datetime(2025, 12, 13, 9, 30, tzinfo=UTC)


def replaying_pen(actor: str = "reviewer-1", *, start: datetime = MORNING, first: int = 1) -> Pen:
    """A pen that writes the same every time: seconds tick from `start`, ids and salts count from `first`."""
    seconds, ids, salts = count(), count(first), count(first)
    return Pen(
        actor=actor,
        known=Known.TYPED,
        clock=lambda: start + timedelta(seconds=next(seconds)),
        new_id=lambda: _id(next(ids)),
        new_salt=lambda: next(salts).to_bytes(SALT_BYTES, "big"),
    )


def _id(number: int) -> uuid.UUID:
    """A UUID of version 7 that holds a number where the random part would be."""
    milliseconds = int(MORNING.timestamp() * 1000)
    return uuid.UUID(int=milliseconds << 80 | 7 << 76 | 2 << 62 | number)
