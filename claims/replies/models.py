"""The rows of the right of reply. What people were asked and answered is personal text."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ledger.base import EVIDENTIARY, NEVER_CHANGED, PERSONAL, Base, Word
from ledger.pen import Known


class ReplyRequestRow(Base):
    """What was put to a person, word for word; `number` counts the requests of the ledger from 1."""

    __tablename__ = "reply_requests"
    __table_args__ = {"info": EVIDENTIARY}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    story: Mapped[str] = mapped_column(index=True)
    whom: Mapped[str | None] = mapped_column(info=PERSONAL)
    channel: Mapped[str]
    put: Mapped[str | None] = mapped_column(info=PERSONAL)
    due: Mapped[datetime]
    asked_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class RequestedClaimRow(Base):
    """A claim that a request is about, with the contact that was written for it."""

    __tablename__ = "requested_claims"
    __table_args__ = {"info": NEVER_CHANGED}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    request_id: Mapped[UUID] = mapped_column(ForeignKey("reply_requests.id"), index=True)
    contact_id: Mapped[UUID] = mapped_column(ForeignKey("contacts.id"), unique=True)


class RequestAnswerRow(Base):
    """What came of a request: an answer, or that none was given. A person may answer twice, in `ordinal`s."""

    __tablename__ = "request_answers"
    __table_args__ = (UniqueConstraint("request_id", "ordinal"), {"info": EVIDENTIARY})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    request_id: Mapped[UUID] = mapped_column(ForeignKey("reply_requests.id"))
    ordinal: Mapped[int]
    answered: Mapped[bool]
    answer: Mapped[str | None] = mapped_column(info=PERSONAL)
    noted_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class AnswerUseRow(Base):
    """What was used of an answer, as it stands in the text; the last `ordinal` of a request counts."""

    __tablename__ = "answer_uses"
    __table_args__ = (UniqueConstraint("request_id", "ordinal"), {"info": EVIDENTIARY})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    request_id: Mapped[UUID] = mapped_column(ForeignKey("reply_requests.id"))
    ordinal: Mapped[int]
    used: Mapped[str | None] = mapped_column(info=PERSONAL)
    noted_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]
