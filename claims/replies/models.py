"""The rows of the right of reply. What people were asked and answered is personal text."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from claims.kinds import ReplyOutcome
from ledger.base import EVIDENTIARY, NEVER_CHANGED, PERSONAL, Base, Word
from ledger.pen import Known


class ReplyRequestRow(Base):
    """What was put to a person, word for word; `number` counts the requests of the ledger from 1.

    `put_at` is when it was put, which may be earlier than when that was noted.
    """

    __tablename__ = "reply_requests"
    __table_args__ = {"info": EVIDENTIARY}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    story: Mapped[str] = mapped_column(index=True)
    whom: Mapped[str | None] = mapped_column(info=PERSONAL)
    channel: Mapped[str]
    put: Mapped[str | None] = mapped_column(info=PERSONAL)
    put_at: Mapped[datetime]
    due: Mapped[datetime]
    asked_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class RequestedClaimRow(Base):
    """A claim that a request is about, by the contact that was written for it.

    Such a contact has no personal text: whom it was and what was put stands in the request alone.
    """

    __tablename__ = "requested_claims"
    __table_args__ = {"info": NEVER_CHANGED}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    request_id: Mapped[UUID] = mapped_column(ForeignKey("reply_requests.id"), index=True)
    contact_id: Mapped[UUID] = mapped_column(ForeignKey("contacts.id"), unique=True)


class RequestAnswerRow(Base):
    """What came of a request, and when. A person may answer more than once, in `ordinal`s.

    The replies on the contacts of the request say that something came; the words stand here alone.
    """

    __tablename__ = "request_answers"
    __table_args__ = (UniqueConstraint("request_id", "ordinal"), {"info": EVIDENTIARY})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    request_id: Mapped[UUID] = mapped_column(ForeignKey("reply_requests.id"))
    ordinal: Mapped[int]
    came: Mapped[ReplyOutcome] = mapped_column(Word(ReplyOutcome))
    answer: Mapped[str | None] = mapped_column(info=PERSONAL)
    came_at: Mapped[datetime]
    noted_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class AnswerUseRow(Base):
    """Words of the text in which an answer was used, or that nothing was used, `because` of something.

    That nothing was used takes back what was said before, and words said after it take that back.
    """

    __tablename__ = "answer_uses"
    __table_args__ = (UniqueConstraint("request_id", "ordinal"), {"info": EVIDENTIARY})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    request_id: Mapped[UUID] = mapped_column(ForeignKey("reply_requests.id"))
    ordinal: Mapped[int]
    used: Mapped[str | None] = mapped_column(info=PERSONAL)
    because: Mapped[str | None]
    noted_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]
