"""The rows of the source registry: sources, what is known of them, their names, grades and merges.

Nothing is changed in place: a later row of details, or a later grade, stands before the earlier one.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from claims.kinds import FoundIn, Grade, SourceKind
from ledger.base import NEVER_CHANGED, Base, Word
from ledger.pen import Known


class SourceRow(Base):
    """A publisher, institution, person or data set; `number` counts the sources of the ledger from 1.

    Of a protected source only the desk's code name is ever known here.
    """

    __tablename__ = "sources"
    __table_args__ = {"info": NEVER_CHANGED}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    protected: Mapped[bool]
    found_in: Mapped[FoundIn] = mapped_column(Word(FoundIn))
    added_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    added_at: Mapped[datetime]


class SourceDetailRow(Base):
    """What is known of a source; the last `ordinal` counts. `primary_for`: topics it is primary for."""

    __tablename__ = "source_details"
    __table_args__ = (UniqueConstraint("source_id", "ordinal"), {"info": NEVER_CHANGED})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    source_id: Mapped[UUID] = mapped_column(ForeignKey("sources.id"))
    ordinal: Mapped[int]
    name: Mapped[str]
    kind: Mapped[SourceKind | None] = mapped_column(Word(SourceKind))
    owner: Mapped[str | None]
    homepage: Mapped[str | None]
    language: Mapped[str | None]
    primary_for: Mapped[list[Any]] = mapped_column(JSON(none_as_null=True))
    added_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class SourceNameRow(Base):
    """A name that a source goes by; names with one `key` are one name, written differently."""

    __tablename__ = "source_names"
    __table_args__ = (UniqueConstraint("source_id", "key"), {"info": NEVER_CHANGED})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    source_id: Mapped[UUID] = mapped_column(ForeignKey("sources.id"))
    name: Mapped[str]
    key: Mapped[str] = mapped_column(index=True)


class SourceGradeRow(Base):
    """The reliability that somebody gave a source, for a scope (`None`: for all); old grades stay."""

    __tablename__ = "source_grades"
    __table_args__ = (UniqueConstraint("source_id", "ordinal"), {"info": NEVER_CHANGED})

    id: Mapped[UUID] = mapped_column(primary_key=True)
    source_id: Mapped[UUID] = mapped_column(ForeignKey("sources.id"))
    ordinal: Mapped[int]
    grade: Mapped[Grade] = mapped_column(Word(Grade))
    scope: Mapped[str | None]
    because: Mapped[str]
    graded_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]


class SourceMergeRow(Base):
    """That one source is another under a second name, or, with `undoes`, that it is not after all."""

    __tablename__ = "source_merges"
    __table_args__ = {"info": NEVER_CHANGED}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    source_id: Mapped[UUID] = mapped_column(ForeignKey("sources.id"), index=True)
    into_id: Mapped[UUID] = mapped_column(ForeignKey("sources.id"))
    undoes: Mapped[UUID | None] = mapped_column(ForeignKey("source_merges.id"))
    because: Mapped[str]
    merged_by: Mapped[str]
    known: Mapped[Known] = mapped_column(Word(Known))
    at: Mapped[datetime]
