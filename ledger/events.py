"""The append-only log: one event for every change of evidence, and the head over all of them.

An event is its `body` and its `leaf`; the other columns are projections of the body, there
to be searched. `seq` counts from 1 without gaps. The body is canonical JSON:

    {"action": …, "actor": …, "at": …, "format": 1, "inserted": {TABLE: [{COLUMN: VALUE, …}, …], …},
     "known": …, "seq": …, "subject": …}

`inserted` holds every column of every row that was written, in the order of writing; a
personal column stands there as `{"sha256": hex}`, the digest of its salt and its canonical
bytes. Another way of changing rows would get a key beside `inserted`. Writing events is
`ledger.record`'s part, checking them comes later.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Enum, Integer, LargeBinary, Table, event, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from ledger import dialect
from ledger.base import Base
from ledger.merkle import Tree
from ledger.pen import Known

FORMAT = 1
PROJECTED = ("seq", "at", "actor", "known", "action", "subject")
"""The columns that repeat what the body says, under the same names."""


class Event(Base):
    """One entry of the log."""

    __tablename__ = "events"

    # The leaf stands before the body, so that reading leaves skips the pages of long bodies.
    seq: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    leaf: Mapped[bytes] = mapped_column(LargeBinary(32))
    at: Mapped[datetime] = mapped_column(index=True)
    actor: Mapped[str] = mapped_column(index=True)
    # A Word, were it not for the first schema, which gave it a length.
    known: Mapped[Known] = mapped_column(
        Enum(
            Known, native_enum=False, length=32, values_callable=lambda kinds: [kind.value for kind in kinds]
        )
    )
    action: Mapped[str]
    subject: Mapped[str]
    body: Mapped[bytes] = mapped_column(LargeBinary)


EVENTS: Table = Base.metadata.tables["events"]


@dataclass(frozen=True, slots=True)
class Head:
    """How many events there are, and the RFC 6962 root over their leaves."""

    size: int
    root: bytes


def head(session: Session) -> Head:
    """The head of the log as the session sees it, read in one pass."""
    leaves = select(EVENTS.c.leaf).order_by(EVENTS.c.seq)
    tree = Tree.of(session.execute(leaves, execution_options={"yield_per": 10_000}).scalars())
    return Head(tree.size, tree.root())


@event.listens_for(EVENTS, "after_create")
def _protect(table: Table, connection: Connection, **options: Any) -> None:
    """Make the database refuse to change, delete or misnumber events."""
    for statement in dialect.append_only(connection.dialect.name):
        connection.exec_driver_sql(statement)
