"""The rows of outcomes: what a claim in a draft should become, and how that ended."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from claims.kinds import OutcomeEnd, OutcomeKind
from ledger.base import NEVER_CHANGED, Base, Word
from ledger.pen import Known


class OutcomeRow(Base):
    """What should become of a claim; the last `ordinal` counts, and takes the place of the one before.

    `revision_id` is the revision to which it was said: a later one can show that it was done. `wording`
    is what is proposed, word for word. `owed_by` is who has to do it, until `due`.
    """

    __tablename__ = "outcomes"
    __table_args__ = (UniqueConstraint("claim_id", "ordinal"), {"info": NEVER_CHANGED})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    claim_id: Mapped[UUID] = mapped_column(ForeignKey("claims.id"))
    ordinal: Mapped[int]
    revision_id: Mapped[UUID] = mapped_column(ForeignKey("revisions.id"))
    kind: Mapped[OutcomeKind] = mapped_column(Word(OutcomeKind))
    wording: Mapped[str | None]
    because: Mapped[str | None]
    owed_by: Mapped[str | None]
    due: Mapped[datetime | None]
    set_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class OutcomeEndRow(Base):
    """That a person says an outcome was done, or is no longer asked for; both stay on record.

    Giving an outcome up needs a reason; that it was done may say enough.
    """

    __tablename__ = "outcome_ends"
    __table_args__ = {"info": NEVER_CHANGED}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    outcome_id: Mapped[UUID] = mapped_column(ForeignKey("outcomes.id"), unique=True)
    end: Mapped[OutcomeEnd] = mapped_column(Word(OutcomeEnd))
    because: Mapped[str | None]
    ended_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]
