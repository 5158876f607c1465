"""The rows of judging: tiers, overrides, sign-offs, what was disclosed too early, and the desk's policies.

Reviews themselves stand in `claims.models`. Nothing is changed in place; the last row counts.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from claims.kinds import Tier
from ledger.base import NEVER_CHANGED, Base, Word
from ledger.pen import Known


class TierRow(Base):
    """The tier that a person set for a claim."""

    __tablename__ = "tiers"
    __table_args__ = (UniqueConstraint("claim_id", "ordinal"), {"info": NEVER_CHANGED})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    claim_id: Mapped[UUID] = mapped_column(ForeignKey("claims.id"))
    ordinal: Mapped[int]
    tier: Mapped[Tier] = mapped_column(Word(Tier))
    because: Mapped[str]
    set_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class OverrideRow(Base):
    """That a review counts although the policy asks for more; `for_readers` is the reason they see."""

    __tablename__ = "overrides"
    __table_args__ = {"info": NEVER_CHANGED}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    review_id: Mapped[UUID] = mapped_column(ForeignKey("reviews.id"), unique=True)
    because: Mapped[str]
    for_readers: Mapped[str | None]
    overridden_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class SignOffRow(Base):
    """That somebody signed a claim off, as for the law."""

    __tablename__ = "sign_offs"
    __table_args__ = (UniqueConstraint("claim_id", "ordinal"), {"info": NEVER_CHANGED})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    claim_id: Mapped[UUID] = mapped_column(ForeignKey("claims.id"))
    ordinal: Mapped[int]
    role: Mapped[str]
    because: Mapped[str]
    signed_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class DisclosureRow(Base):
    """That somebody had a first verdict shown before a second was given, who then can't give it blind."""

    __tablename__ = "disclosures"
    __table_args__ = {"info": NEVER_CHANGED}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    claim_id: Mapped[UUID] = mapped_column(ForeignKey("claims.id"), index=True)
    shown_to: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class PolicyRow(Base):
    """A policy that the desk adopted, word for word; `number` counts them, the last is in force."""

    __tablename__ = "policies"
    __table_args__ = {"info": NEVER_CHANGED}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    version: Mapped[str] = mapped_column(unique=True)
    toml: Mapped[str]
    because: Mapped[str]
    adopted_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]
