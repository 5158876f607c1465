"""The rows of corrections: what was asked for, where it has to be mended, and how it was decided."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from claims.kinds import CorrectionDecision, CorrectionKind, PlaceKind, Status
from ledger.base import EVIDENTIARY, NEVER_CHANGED, PERSONAL, Base, Word
from ledger.pen import Known


class CorrectionRow(Base):
    """A request to put something right; `number` counts the corrections of the ledger from 1.

    `claim_id` is absent where it is about the document as a whole. `status` and `verdict` are what the claim
    counted as when the request came.
    """

    __tablename__ = "corrections"
    __table_args__ = {"info": EVIDENTIARY}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    document_id: Mapped[UUID] = mapped_column(ForeignKey("documents.id"), index=True)
    claim_id: Mapped[UUID | None] = mapped_column(ForeignKey("claims.id"), index=True)
    kind: Mapped[CorrectionKind] = mapped_column(Word(CorrectionKind))
    request: Mapped[str | None] = mapped_column(info=PERSONAL)
    requested_by: Mapped[str | None] = mapped_column(info=PERSONAL)
    received: Mapped[datetime]
    status: Mapped[Status | None] = mapped_column(Word(Status))
    verdict: Mapped[str | None]
    added_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class CorrectionPlaceRow(Base):
    """A place where the words stand that may have to be mended; `ordinal` counts those of a correction."""

    __tablename__ = "correction_places"
    __table_args__ = (UniqueConstraint("correction_id", "ordinal"), {"info": NEVER_CHANGED})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    correction_id: Mapped[UUID] = mapped_column(ForeignKey("corrections.id"))
    ordinal: Mapped[int]
    kind: Mapped[PlaceKind] = mapped_column(Word(PlaceKind))
    place: Mapped[str]
    added_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class PlaceMendedRow(Base):
    """That a place was mended, or needs no mending, and how."""

    __tablename__ = "places_mended"
    __table_args__ = {"info": NEVER_CHANGED}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    place_id: Mapped[UUID] = mapped_column(ForeignKey("correction_places.id"), unique=True)
    how: Mapped[str]
    mended_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class CorrectionEndRow(Base):
    """What was decided about a request, and the notice that readers see; one that was closed stays closed.

    `status` and `verdict` are what the claim counts as then.
    """

    __tablename__ = "correction_ends"
    __table_args__ = {"info": NEVER_CHANGED}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    correction_id: Mapped[UUID] = mapped_column(ForeignKey("corrections.id"), unique=True)
    decision: Mapped[CorrectionDecision] = mapped_column(Word(CorrectionDecision))
    because: Mapped[str]
    notice: Mapped[str | None]
    status: Mapped[Status | None] = mapped_column(Word(Status))
    verdict: Mapped[str | None]
    closed_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]
