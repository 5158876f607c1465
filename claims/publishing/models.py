"""The rows of publishing: what a document is checked for, what of it was signed, what was printed of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from claims.kinds import Purpose
from ledger.base import NEVER_CHANGED, Base, Word
from ledger.pen import Known


class PurposeRow(Base):
    """What a document is checked for and who wrote it, as somebody said; the last `ordinal` counts."""

    __tablename__ = "purposes"
    __table_args__ = (UniqueConstraint("document_id", "ordinal"), {"info": NEVER_CHANGED})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    document_id: Mapped[UUID] = mapped_column(ForeignKey("documents.id"))
    ordinal: Mapped[int]
    purpose: Mapped[Purpose] = mapped_column(Word(Purpose))
    authors: Mapped[list[Any]] = mapped_column(JSON(none_as_null=True))
    stated_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class FurnitureSignatureRow(Base):
    """That a person looked at words which are no part of the article and agrees that they are none."""

    __tablename__ = "furniture_signatures"
    __table_args__ = (UniqueConstraint("document_id", "words"), {"info": NEVER_CHANGED})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    document_id: Mapped[UUID] = mapped_column(ForeignKey("documents.id"))
    words: Mapped[str]
    because: Mapped[str]
    signed_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class PrintedReportRow(Base):
    """A report that was written: which file, and the status of each claim in it, by number.

    No evidence and no event, so that printing a report does not change the head that it prints.
    """

    __tablename__ = "printed_reports"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    document_id: Mapped[UUID] = mapped_column(ForeignKey("documents.id"), index=True)
    revision: Mapped[int]
    form: Mapped[str]
    file: Mapped[str]
    sha256: Mapped[str]
    statuses: Mapped[dict[str, Any]] = mapped_column(JSON(none_as_null=True))
    at: Mapped[datetime]
