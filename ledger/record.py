"""The one way in which evidence is written: rows and their event, together.

`record` writes the rows and one event that holds exactly what was written, in the
session's transaction. It never commits; `Ledger.writing` does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any

from sqlalchemy import JSON, Connection, Table, func, insert, select
from sqlalchemy.orm import Session

from ledger.base import SALT_BYTES, Base, is_evidentiary, is_personal, salt_of
from ledger.canonical import Json, canonical, plain
from ledger.errors import CannotRecord
from ledger.events import EVENTS, FORMAT, Event
from ledger.guard import gate_open
from ledger.merkle import leaf_hash
from ledger.pen import Pen

BATCH = 10_000

Row = Mapping[str, object]


def record(
    session: Session, pen: Pen, *, action: str, subject: str, rows: Mapping[type[Base], Sequence[Row]]
) -> Event:
    """Write rows of evidence and the one event that says so.

    `rows` comes in the order in which foreign keys allow it to be written. A column that a
    row leaves out is NULL, whatever default it has; a column the table lacks is refused.
    Salts of personal columns are the pen's and must not be given.
    """
    tables = [(_evidentiary_table(model), given) for model, given in rows.items() if given]
    prepared = [_prepare(table, given, pen) for table, given in tables]
    connection = session.connection()
    entry = _entry(connection, pen, action, subject, {part.table.name: part.logged for part in prepared})
    with gate_open(connection):
        for part in prepared:
            for start in range(0, len(part.written), BATCH):
                connection.execute(insert(part.table), part.written[start : start + BATCH])
        connection.execute(insert(EVENTS), [entry])
    return Event(**entry)


@dataclass(frozen=True, slots=True)
class _Prepared:
    """Rows of one table: as they are written, and as the event holds them."""

    table: Table
    written: list[dict[str, object]]
    logged: list[Json]


@dataclass(frozen=True, slots=True)
class _Column:
    """What `record` has to know of a column."""

    name: str
    type: type
    personal: bool
    required: bool


def _evidentiary_table(model: type[Base]) -> Table:
    table = model.__table__
    if not isinstance(table, Table) or not is_evidentiary(table):
        raise CannotRecord(f"{table} is not marked as evidence; write it with the session itself")
    return table


def _prepare(table: Table, rows: Sequence[Row], pen: Pen) -> _Prepared:
    """Each row with every column of its table, in values for the database and in values for the event."""
    columns = _columns(table)
    names = {column.name for column in columns}
    prepared = _Prepared(table, [], [])
    for number, row in enumerate(rows):
        if unknown := row.keys() - names:
            raise CannotRecord(f"{table.name} has no column {', '.join(sorted(unknown))} to record")
        written, logged = _prepare_row(columns, row, pen, f"{table.name}[{number}]")
        prepared.written.append(written)
        prepared.logged.append(logged)
    return prepared


def _prepare_row(
    columns: Sequence[_Column], row: Row, pen: Pen, at: str
) -> tuple[dict[str, object], dict[str, Json]]:
    written: dict[str, object] = {}
    logged: dict[str, Json] = {}
    for column in columns:
        name = column.name
        value = written[name] = row.get(name)
        _check(column, value, at)
        spelled = plain(value, f"{at}.{name}")
        if column.personal:
            salt = written[salt_of(name)] = None if value is None else pen.new_salt()
            spelled = None if salt is None else {"sha256": personal_digest(salt, spelled)}
        logged[name] = spelled
    return written, logged


def personal_digest(salt: bytes, value: object) -> str:
    """What stands in an event for personal text: SHA-256 (hex) of the salt and the canonical bytes."""
    if len(salt) != SALT_BYTES:
        raise CannotRecord(f"a salt has {SALT_BYTES} bytes, this one {len(salt)}")
    return sha256(salt + canonical(value)).hexdigest()


def _entry(
    connection: Connection, pen: Pen, action: str, subject: str, inserted: dict[str, list[Json]]
) -> dict[str, Any]:
    """The row of the event; its number is safe because the session holds the write lock."""
    seq = (connection.scalar(select(func.max(EVENTS.c.seq))) or 0) + 1
    told: dict[str, Any] = {"seq": seq, "at": pen.clock(), "actor": pen.actor, "known": pen.known}
    told |= {"action": action, "subject": subject}
    body = canonical({**told, "format": FORMAT, "inserted": inserted})
    return {**told, "body": body, "leaf": leaf_hash(body)}


def _check(column: _Column, value: object, at: str) -> None:
    """Refuse what the database would turn into something else than the event says."""
    if value is None:
        if column.required:
            raise CannotRecord(f"{at}.{column.name} is missing")
    elif not isinstance(value, column.type) or (column.type is int and isinstance(value, bool)):
        raise CannotRecord(
            f"{at}.{column.name} is a {type(value).__name__}, the column takes {column.type.__name__}"
        )


@lru_cache(maxsize=256)
def _columns(table: Table) -> tuple[_Column, ...]:
    """The columns that a caller gives; salts are not among them."""
    return tuple(_described(table))


def _described(table: Table) -> Iterator[_Column]:
    salts = {salt_of(column.name) for column in table.columns if is_personal(column.info)}
    for column in table.columns:
        if column.name not in salts:
            yield _Column(
                name=column.name,
                type=object if isinstance(column.type, JSON) else column.type.python_type,
                personal=is_personal(column.info),
                required=not column.nullable,
            )
