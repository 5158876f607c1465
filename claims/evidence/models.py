"""The rows of evidence: what was found for and against a claim, what was looked for, and who was asked.

Nothing is changed in place: evidence that was wrong is withdrawn by a further row.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from claims.kinds import (
    EvidenceKind,
    Fit,
    Interest,
    OriginSign,
    Question,
    Recheck,
    SearchResult,
    Stance,
)
from ledger.base import EVIDENTIARY, NEVER_CHANGED, PERSONAL, Base, Word
from ledger.pen import Known


class EvidenceRow(Base):
    """A capture, or what a person heard or saw, tied to a claim; `number` counts the evidence of the ledger.

    `quote` stands in the capture's text at [start, end), as `fit` says; `told` are the words of somebody
    who was heard or of a document that was seen. `primary` is `None` where nobody said. `credibility` is 1
    to 5, and `None` where it can't be judged (6). `grade_id` is the grade that the source had then. `part`
    says which part of a picture or recording is meant, and `described_by` who put it into words.
    `claimed_date`, `claimed_place` and `first_use` are what is said of a picture, not what is known.
    """

    __tablename__ = "evidence"
    __table_args__ = {"info": EVIDENTIARY}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    claim_id: Mapped[UUID] = mapped_column(ForeignKey("claims.id"), index=True)
    kind: Mapped[EvidenceKind] = mapped_column(Word(EvidenceKind))
    stance: Mapped[Stance] = mapped_column(Word(Stance))
    question: Mapped[Question | None] = mapped_column(Word(Question))
    capture_id: Mapped[UUID | None] = mapped_column(ForeignKey("captures.id"), index=True)
    source_id: Mapped[UUID | None] = mapped_column(ForeignKey("sources.id"), index=True)
    grade_id: Mapped[UUID | None] = mapped_column(ForeignKey("source_grades.id"))
    quote: Mapped[str | None]
    fit: Mapped[Fit | None] = mapped_column(Word(Fit))
    start: Mapped[int | None]
    end: Mapped[int | None]
    told: Mapped[str | None] = mapped_column(info=PERSONAL)
    language: Mapped[str | None]
    translation: Mapped[str | None] = mapped_column(info=PERSONAL)
    translated_by: Mapped[str | None]
    primary: Mapped[bool | None]
    interest: Mapped[Interest] = mapped_column(Word(Interest))
    credibility: Mapped[int | None]
    origin: Mapped[str]
    origin_sign: Mapped[OriginSign] = mapped_column(Word(OriginSign))
    on_date: Mapped[str | None] = mapped_column(info=PERSONAL)
    place: Mapped[str | None] = mapped_column(info=PERSONAL)
    how: Mapped[str | None] = mapped_column(info=PERSONAL)
    part: Mapped[str | None]
    described_by: Mapped[str | None]
    claimed_date: Mapped[str | None]
    claimed_place: Mapped[str | None]
    first_use: Mapped[str | None]
    because: Mapped[str]
    added_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    added_at: Mapped[datetime]


class WithdrawalRow(Base):
    """That a piece of evidence no longer counts, and why; it stays on record."""

    __tablename__ = "withdrawals"
    __table_args__ = {"info": NEVER_CHANGED}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    evidence_id: Mapped[UUID] = mapped_column(ForeignKey("evidence.id"), unique=True)
    because: Mapped[str]
    withdrawn_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class RecheckRow(Base):
    """What became of a quote in a later capture of its page; the last `ordinal` counts.

    `now` are the words that stand where the quote stood, and `capture_id` is absent where the page is gone
    without an answer.
    """

    __tablename__ = "rechecks"
    __table_args__ = (UniqueConstraint("evidence_id", "ordinal"), {"info": NEVER_CHANGED})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    evidence_id: Mapped[UUID] = mapped_column(ForeignKey("evidence.id"))
    ordinal: Mapped[int]
    capture_id: Mapped[UUID | None] = mapped_column(ForeignKey("captures.id"))
    outcome: Mapped[Recheck] = mapped_column(Word(Recheck))
    now: Mapped[str | None]
    checked_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class SearchRow(Base):
    """That somebody looked for evidence: where, with which words, and what came of it."""

    __tablename__ = "searches"
    __table_args__ = (UniqueConstraint("claim_id", "ordinal"), {"info": EVIDENTIARY})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    claim_id: Mapped[UUID] = mapped_column(ForeignKey("claims.id"))
    ordinal: Mapped[int]
    place: Mapped[str]
    terms: Mapped[str | None]
    result: Mapped[SearchResult] = mapped_column(Word(SearchResult))
    note: Mapped[str | None] = mapped_column(info=PERSONAL)
    searched_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class ContactRow(Base):
    """That somebody was asked about a claim: whom, by which channel, what, and by when to answer."""

    __tablename__ = "contacts"
    __table_args__ = (UniqueConstraint("claim_id", "ordinal"), {"info": EVIDENTIARY})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    claim_id: Mapped[UUID] = mapped_column(ForeignKey("claims.id"))
    ordinal: Mapped[int]
    whom: Mapped[str | None] = mapped_column(info=PERSONAL)
    channel: Mapped[str]
    asked: Mapped[str | None] = mapped_column(info=PERSONAL)
    due: Mapped[datetime | None]
    contacted_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class ReplyRow(Base):
    """What came of asking: an answer, or that none was given (`answered` is false)."""

    __tablename__ = "replies"
    __table_args__ = {"info": EVIDENTIARY}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    contact_id: Mapped[UUID] = mapped_column(ForeignKey("contacts.id"), index=True)
    answered: Mapped[bool]
    answer: Mapped[str | None] = mapped_column(info=PERSONAL)
    noted_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]
