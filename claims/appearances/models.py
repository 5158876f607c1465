"""The rows of public claims: whose a claim is and why it was chosen, and where it appeared."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from claims.kinds import Fit
from ledger.base import NEVER_CHANGED, Base, Word
from ledger.pen import Known


class PublicClaimRow(Base):
    """What is known of a claim made in public; the last `ordinal` counts.

    `wording` is what is rated, word for word. `said_on` and `check_again` are days (ISO 8601), the first as
    exact as it is known. `None` is not known; of `check_again`, that nobody asked for it.
    """

    __tablename__ = "public_claims"
    __table_args__ = (UniqueConstraint("claim_id", "ordinal"), {"info": NEVER_CHANGED})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    claim_id: Mapped[UUID] = mapped_column(ForeignKey("claims.id"))
    ordinal: Mapped[int]
    claimant: Mapped[str | None]
    wording: Mapped[str]
    said_on: Mapped[str | None]
    chosen_because: Mapped[str]
    check_again: Mapped[str | None]
    stated_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class AppearanceRow(Base):
    """That a public claim appeared somewhere; the last `ordinal` of a capture counts.

    `capture_id` is what was kept of it: a capture that failed is there too, as failed. `on_date` is the day
    as exact as it is known. `quote` are the words of the capture, and stand there as `fit` says; `None` where
    nobody gave any. `withdrawn_because` is why it is no appearance of the claim after all.
    """

    __tablename__ = "appearances"
    __table_args__ = (UniqueConstraint("claim_id", "ordinal"), {"info": NEVER_CHANGED})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    claim_id: Mapped[UUID] = mapped_column(ForeignKey("claims.id"))
    ordinal: Mapped[int]
    capture_id: Mapped[UUID] = mapped_column(ForeignKey("captures.id"))
    place: Mapped[str | None]
    on_date: Mapped[str | None]
    quote: Mapped[str | None]
    fit: Mapped[Fit | None] = mapped_column(Word(Fit))
    withdrawn_because: Mapped[str | None]
    added_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]
