"""The rows of others' fact-checks, as published, and of likeness as people judged it."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from claims.kinds import MatchDecision
from ledger.base import NEVER_CHANGED, Base, Word
from ledger.pen import Known


class FactCheckRow(Base):
    """A fact-check as its publisher put it; `number` counts those of the ledger from 1. `None` is not said.

    `identity` is the digest of where it stands and of which claim it is, `sha256` that of all that it says:
    of several with one identity the latest by its own date counts, and the same is not stored twice.
    `appearances` are addresses at which the claim was made, `found_in` the file or address that this came
    from, and `capture_id` what was kept of it.
    """

    __tablename__ = "factchecks"
    __table_args__ = (UniqueConstraint("identity", "sha256"), {"info": NEVER_CHANGED})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    identity: Mapped[str]
    sha256: Mapped[str]
    claim_reviewed: Mapped[str]
    claimant: Mapped[str | None]
    claim_date: Mapped[str | None]
    rating: Mapped[str | None]
    rating_value: Mapped[Decimal | None]
    best_rating: Mapped[Decimal | None]
    worst_rating: Mapped[Decimal | None]
    publisher: Mapped[str | None]
    url: Mapped[str | None]
    title: Mapped[str | None]
    review_date: Mapped[str | None]
    language: Mapped[str | None]
    appearances: Mapped[list[str]] = mapped_column(JSON(none_as_null=True))
    found_in: Mapped[str]
    capture_id: Mapped[UUID | None] = mapped_column(ForeignKey("captures.id"))
    imported_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class LikenessRow(Base):
    """What a person says that a claim is to another claim, or to a fact-check of others.

    One of `other_id` and `factcheck_id` is given. The last `ordinal` of a pair counts, whichever of the two
    was named first; the versions of a fact-check are one.
    """

    __tablename__ = "likenesses"
    __table_args__ = {"info": NEVER_CHANGED}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    claim_id: Mapped[UUID] = mapped_column(ForeignKey("claims.id"), index=True)
    other_id: Mapped[UUID | None] = mapped_column(ForeignKey("claims.id"), index=True)
    factcheck_id: Mapped[UUID | None] = mapped_column(ForeignKey("factchecks.id"), index=True)
    ordinal: Mapped[int]
    decision: Mapped[MatchDecision] = mapped_column(Word(MatchDecision))
    because: Mapped[str]
    decided_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]
