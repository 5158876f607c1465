"""The rows of how people cut texts into claims: what each of them did, and how each revision is cut since."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from claims.kinds import RegroupingKind
from ledger.base import NEVER_CHANGED, Base, Word
from ledger.pen import Known


class RegroupingRow(Base):
    """That a person split or joined claims, made furniture a claim, or a claim furniture.

    `number` counts those of the document from 1. `of` are the numbers of the claims that it was done to,
    `made` those of the claims that it made, in the order of the text. `revision_id` is the revision in which
    it shows first; its words are those of the revision before.
    """

    __tablename__ = "regroupings"
    __table_args__ = (UniqueConstraint("document_id", "number"), {"info": NEVER_CHANGED})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    document_id: Mapped[UUID] = mapped_column(ForeignKey("documents.id"))
    number: Mapped[int]
    revision_id: Mapped[UUID] = mapped_column(ForeignKey("revisions.id"))
    kind: Mapped[RegroupingKind] = mapped_column(Word(RegroupingKind))
    of: Mapped[list[Any]] = mapped_column(JSON(none_as_null=True))
    made: Mapped[list[Any]] = mapped_column(JSON(none_as_null=True))
    because: Mapped[str | None]
    by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class StretchRow(Base):
    """A stretch of a revision that people cut otherwise than the reader did.

    `read` are the spans that the reader cuts it into, `cut` those of the claims that it now is; furniture
    has none. `acts` are the numbers of the regroupings that it comes from, the last of them last.
    """

    __tablename__ = "stretches"
    __table_args__ = (UniqueConstraint("revision_id", "ordinal"), {"info": NEVER_CHANGED})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    revision_id: Mapped[UUID] = mapped_column(ForeignKey("revisions.id"))
    ordinal: Mapped[int]
    read: Mapped[list[Any]] = mapped_column(JSON(none_as_null=True))
    cut: Mapped[list[Any]] = mapped_column(JSON(none_as_null=True))
    acts: Mapped[list[Any]] = mapped_column(JSON(none_as_null=True))
