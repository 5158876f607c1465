"""The rows of the hand-over: assignments, who is at what, and notes."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ledger.base import EVIDENTIARY, NEVER_CHANGED, PERSONAL, Base, Word
from ledger.pen import Known


class AssignmentRow(Base):
    """Who has to check a claim; the last `ordinal` counts, and `None` takes it from everybody."""

    __tablename__ = "assignments"
    __table_args__ = (UniqueConstraint("claim_id", "ordinal"), {"info": NEVER_CHANGED})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    claim_id: Mapped[UUID] = mapped_column(ForeignKey("claims.id"))
    ordinal: Mapped[int]
    assigned_to: Mapped[str | None]
    assigned_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class WorkRow(Base):
    """That somebody is working on a claim, or has stopped (`begun` is false); the last of a person counts."""

    __tablename__ = "work"
    __table_args__ = (UniqueConstraint("claim_id", "ordinal"), {"info": NEVER_CHANGED})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    claim_id: Mapped[UUID] = mapped_column(ForeignKey("claims.id"))
    ordinal: Mapped[int]
    begun: Mapped[bool]
    worker: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class NoteRow(Base):
    """A note for whoever comes next, on a claim or on a story as a whole; it is no reason and no evidence."""

    __tablename__ = "notes"
    __table_args__ = {"info": EVIDENTIARY}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    story: Mapped[str] = mapped_column(index=True)
    claim_id: Mapped[UUID | None] = mapped_column(ForeignKey("claims.id"), index=True)
    text: Mapped[str | None] = mapped_column(info=PERSONAL)
    noted_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]
