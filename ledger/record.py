"""The one way in which evidence is written: rows and their event, together.

`record` writes the rows and one event that holds exactly what was written, in the
session's transaction. It never commits; `Ledger.writing` does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from typing import TypeAlias

from sqlalchemy import JSON, Table, func, insert, select
from sqlalchemy.orm import Session

from ledger.base import SALT_BYTES, Base, is_evidentiary, is_personal, salt_of
from ledger.canonical import Json, canonical, encoded, plain
from ledger.errors import CannotRecord
from ledger.events import EVENTS, FORMAT, PROJECTED, Event
from ledger.guard import gate_open
from ledger.merkle import leaf_hash
from ledger.pen import Pen

BATCH = 10_000

Row: TypeAlias = Mapping[str, object]
Rows: TypeAlias = Mapping[type[Base], Sequence[Row]]


def record(
    session: Session, pen: Pen, *, action: str, subject: str, rows: Rows, at: datetime | None = None
) -> Event:
    """Write rows of evidence and the one event that says so.

    `at` is when it was done, for rows that say so as well; `None` asks the pen's clock.
    `rows` comes in the order in which foreign keys allow it to be written. A column that a
    row leaves out is NULL, whatever default it has; a column that the table lacks is
    refused. Salts of personal columns are the pen's and are not given.
    """
    prepared = [_prepare(_table_of(model), given, pen) for model, given in rows.items() if given]
    connection = session.connection()
    last = connection.scalar(select(func.max(EVENTS.c.seq))) or 0
    event = Event(
        seq=last + 1,
        at=at or pen.clock(),
        actor=pen.actor,
        known=pen.known,
        action=action,
        subject=subject,
    )
    _seal(event, prepared)
    with gate_open(connection):
        for part in prepared:
            for start in range(0, len(part.written), BATCH):
                connection.execute(insert(part.table), part.written[start : start + BATCH])
        connection.execute(
            insert(EVENTS), [{column.name: getattr(event, column.name) for column in EVENTS.c}]
        )
    return event


def personal_digest(salt: bytes, value: object) -> str:
    """What stands in an event for personal text: SHA-256, in hex, of the salt and the canonical bytes."""
    if len(salt) != SALT_BYTES:
        raise CannotRecord(f"a salt has {SALT_BYTES} bytes, this one {len(salt)}")
    return sha256(salt + canonical(value)).hexdigest()


@dataclass(frozen=True, slots=True)
class _Column:
    """What `record` has to know of a column that a caller gives."""

    name: str
    type: type
    personal: bool
    required: bool


@dataclass(frozen=True, slots=True)
class _Prepared:
    """Rows of one table: as the database gets them, and as the event tells them."""

    table: Table
    written: list[dict[str, object]]
    told: list[Json]


def _table_of(model: type[Base]) -> Table:
    table = model.__table__
    if not isinstance(table, Table) or not is_evidentiary(table):
        raise CannotRecord(f"{table} is not marked as evidence; write it with the session itself")
    return table


def _prepare(table: Table, rows: Sequence[Row], pen: Pen) -> _Prepared:
    columns = _columns(table)
    names = {column.name for column in columns}
    prepared = _Prepared(table, [], [])
    for number, row in enumerate(rows):
        at = f"{table.name}[{number}]"
        if unknown := row.keys() - names:
            raise CannotRecord(f"{at} has {', '.join(sorted(unknown))}, which is no column that can be given")
        written, told = _prepare_row(columns, row, pen, at)
        prepared.written.append(written)
        prepared.told.append(told)
    return prepared


def _prepare_row(
    columns: Sequence[_Column], row: Row, pen: Pen, at: str
) -> tuple[dict[str, object], dict[str, Json]]:
    written: dict[str, object] = {}
    told: dict[str, Json] = {}
    for column in columns:
        name = column.name
        value = written[name] = row.get(name)
        _check(column, value, at)
        told[name] = plain(value, f"{at}.{name}")
        if column.personal:
            salt = written[salt_of(name)] = None if value is None else pen.new_salt()
            told[name] = None if salt is None else {"sha256": personal_digest(salt, value)}
    return written, told


def _check(column: _Column, value: object, at: str) -> None:
    """Refuse what the database would turn into something else than the event tells."""
    if value is None:
        if column.required:
            raise CannotRecord(f"{at}.{column.name} is missing")
    elif not isinstance(value, column.type) or (isinstance(value, bool) and column.type is int):
        raise CannotRecord(
            f"{at}.{column.name} is a {type(value).__name__}; the column takes {column.type.__name__}"
        )


@lru_cache(maxsize=256)
def _columns(table: Table) -> tuple[_Column, ...]:
    """The columns that a caller gives; salts are not among them."""
    salts = {salt_of(column.name) for column in table.columns if is_personal(column.info)}
    return tuple(
        _Column(
            name=column.name,
            type=object if isinstance(column.type, JSON) else column.type.python_type,
            personal=is_personal(column.info),
            required=not column.nullable,
        )
        for column in table.columns
        if column.name not in salts
    )


def _seal(event: Event, prepared: Sequence[_Prepared]) -> None:
    """Give an event its body, which says all that it says and what was written, and the hash of it."""
    projected = {name: plain(getattr(event, name), name) for name in PROJECTED}
    inserted: dict[str, Json] = {part.table.name: part.told for part in prepared}
    event.body = encoded({**projected, "format": FORMAT, "inserted": inserted})
    event.leaf = leaf_hash(event.body)
