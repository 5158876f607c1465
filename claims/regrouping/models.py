"""The rows of what people split and joined, and of furniture that is none."""

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
    """That a person split a claim, joined claims, or took words out of the furniture as a claim.

    `number` counts those of the document from 1. `words` are the parts of a split, the claims that were
    joined, or the words that were furniture, each as they stood then, in the order of the text. `of` are
    the numbers of the claims that it was done to, `made` those of the claims that it made. `revision_id` is
    the revision in which it shows first; its words are those of the revision before.
    """

    __tablename__ = "regroupings"
    __table_args__ = (UniqueConstraint("document_id", "number"), {"info": NEVER_CHANGED})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    document_id: Mapped[UUID] = mapped_column(ForeignKey("documents.id"))
    number: Mapped[int]
    revision_id: Mapped[UUID] = mapped_column(ForeignKey("revisions.id"))
    kind: Mapped[RegroupingKind] = mapped_column(Word(RegroupingKind))
    words: Mapped[list[Any]] = mapped_column(JSON(none_as_null=True))
    of: Mapped[list[Any]] = mapped_column(JSON(none_as_null=True))
    made: Mapped[list[Any]] = mapped_column(JSON(none_as_null=True))
    because: Mapped[str | None]
    by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]
