"""A small desk's tables for tests: two of evidence, one of findings, on a metadata of their own."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, MetaData
from sqlalchemy.orm import Mapped, mapped_column

from ledger.base import EVIDENTIARY, NAMING, PERSONAL, Base


class Desk(Base):
    """Keeps the tables of the tests out of the schema that migrations are compared with."""

    __abstract__ = True
    metadata = MetaData(naming_convention=NAMING)


class Tip(Desk):
    """Something that somebody told the desk."""

    __tablename__ = "tips"
    __table_args__ = ({"info": EVIDENTIARY},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    words: Mapped[str]
    at: Mapped[datetime | None]
    amount: Mapped[Decimal | None]
    spans: Mapped[list[Any] | None] = mapped_column(JSON)
    urgent: Mapped[bool | None]
    pages: Mapped[int | None] = mapped_column(default=7)
    caller: Mapped[str | None] = mapped_column(info=PERSONAL)
    phone: Mapped[str | None] = mapped_column(info=PERSONAL)


class FollowUp(Desk):
    """What was done about a tip."""

    __tablename__ = "follow_ups"
    __table_args__ = ({"info": EVIDENTIARY},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tip_id: Mapped[UUID] = mapped_column(ForeignKey("tips.id"))
    done: Mapped[str]


class Guess(Desk):
    """A finding: made by the machine, thrown away at will."""

    __tablename__ = "guesses"

    number: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[str]
