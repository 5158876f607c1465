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

    `claim_id` is absent where it is about the document as a whole. What the claim counted as when the request
    was put down is kept here: its `status`, and the `verdict` that gave it, `judged_by` whom and `judged_at`
    when. It then had so many `reviews`, and its document so many revisions as `revision` says.
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
    judged_by: Mapped[str | None]
    judged_at: Mapped[datetime | None]
    reviews: Mapped[int]
    revision: Mapped[int]
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
    """That a place was mended, and how; or that it was `left` as it is, and why."""

    __tablename__ = "places_mended"
    __table_args__ = {"info": NEVER_CHANGED}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    place_id: Mapped[UUID] = mapped_column(ForeignKey("correction_places.id"), unique=True)
    how: Mapped[str]
    left: Mapped[bool]
    mended_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class CorrectionEndRow(Base):
    """What was decided about a request, and the notice that readers see; one that was closed stays closed.

    What the claim counts as then is kept here as in the request, which keeps what it counted as before.
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
    judged_by: Mapped[str | None]
    judged_at: Mapped[datetime | None]
    revision: Mapped[int]
    closed_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]
