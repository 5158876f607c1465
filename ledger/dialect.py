"""Every difference between databases, in one file: connecting, locking, what errors mean.

SQLite is the only one so far. Nothing here knows what the tables hold.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from sqlalchemy import URL, Connection, Engine, NullPool, Pool, QueuePool, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from ledger.errors import (
    CannotOpen,
    CannotWrite,
    DamagedLedger,
    LedgerBusy,
    LedgerError,
    NotALedger,
    UpgradeFailed,
)

APPLICATION_ID = 0x66616374
"""The letters "fact", in the field of the file's header that tells one program's files from another's."""

BUSY_SECONDS = 30
"""How long one program waits for another."""

WRITING = "ledger_writing"
"""The execution option with which a transaction asks for the write lock."""

BEGIN_TO_READ = "BEGIN"
BEGIN_TO_WRITE = "BEGIN IMMEDIATE"
"""Takes the lock at once: after a plain BEGIN, whoever reads before writing fails if another wrote since."""


def engine_of(path: Path) -> Engine:
    """The engine of a ledger file. Transactions read a snapshot unless they ask to write."""
    engine = _engine(path, QueuePool)
    event.listen(engine, "connect", _enforce_foreign_keys)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def upgrading(path: Path) -> Iterator[Connection]:
    """One transaction that may change the schema, taken back whole if anything fails.

    Foreign keys are off inside, because SQLite rebuilds a table by dropping it; they are
    checked before the end.
    """
    engine = _engine(path, NullPool)
    event.listen(engine, "begin", _begin_immediate)
    with engine.begin() as connection:
        yield connection
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if broken:
            raise UpgradeFailed(path, f"a row of {broken[0]} would point to nothing in {broken[2]}")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def revision_of(engine: Engine, path: Path) -> str | None:
    """The schema revision of the file, `None` for an empty one; another program's file is refused."""
    with _raw(engine) as connection:
        connection.execute("BEGIN")  # one moment: another program may be making the tables right now
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        tables = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        if application != APPLICATION_ID:
            if tables:
                raise NotALedger(f"{path} is a database of another program; name another file with --db")
            return None
        if "alembic_version" not in tables:
            raise DamagedLedger(
                f"{path} has lost its schema version; keep it as it is and go back to a backup"
            )
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return None if row is None else str(row[0])


def use_write_ahead_log(engine: Engine) -> None:
    """Let readers and one writer work side by side; the file remembers it.

    Where the file system has no shared memory, SQLite stays with its rollback journal,
    which is as safe and lets fewer work at once. When several open a new file together, SQLite
    turns all but one away at once instead of letting them wait, so they try again.
    """
    deadline = monotonic() + BUSY_SECONDS
    with _raw(engine) as connection:
        while connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
            try:
                connection.execute("PRAGMA journal_mode = WAL").fetchone()
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > deadline:
                    raise
                sleep(0.01)


def append_only(dialect: str) -> list[str]:
    """The statements that make the database keep `events` as it is, and numbered without gaps."""
    if dialect != "sqlite":
        raise NotImplementedError(f"append-only triggers for {dialect}")
    return [
        "CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events "
        "BEGIN SELECT RAISE(ABORT, 'an event of the log is never changed'); END",
        "CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events "
        "BEGIN SELECT RAISE(ABORT, 'an event of the log is never deleted'); END",
        # INSERT OR REPLACE deletes without asking the trigger above.
        "CREATE TRIGGER events_follow_one_another BEFORE INSERT ON events "
        "WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM events) "
        "BEGIN SELECT RAISE(ABORT, 'events are numbered one after the other'); END",
    ]


def never_changed(dialect: str, table: str) -> list[str]:
    """The statements that make the database keep the rows of a table as they were written."""
    if dialect != "sqlite":
        raise NotImplementedError(f"triggers for {dialect}")
    return [
        f"CREATE TRIGGER {table}_are_not_changed BEFORE UPDATE ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'a row of {table} is never changed'); END",
        f"CREATE TRIGGER {table}_are_not_deleted BEFORE DELETE ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'a row of {table} is never deleted'); END",
    ]


TABLE_OF = {
    sqlite3.SQLITE_INSERT: 0,
    sqlite3.SQLITE_UPDATE: 0,
    sqlite3.SQLITE_DELETE: 0,
    sqlite3.SQLITE_ALTER_TABLE: 1,
    sqlite3.SQLITE_DROP_TRIGGER: 1,
}
"""Which of the words that SQLite gives for an action names the table. DROP TABLE asks to delete."""


def ask_before_writing(connection: DBAPIConnection, allowed: Callable[[str], bool] | None) -> None:
    """Have every statement ask `allowed` of each table that it would write to; `None` stops the asking.

    Statements that passed before ask again: SQLite prepares them anew when the question is put.
    """
    assert isinstance(connection, sqlite3.Connection)
    if allowed is None:
        connection.set_authorizer(None)
        return

    def answer(action: int, first: str | None, second: str | None, *where: str | None) -> int:
        position = TABLE_OF.get(action)
        table = None if position is None else (first, second)[position]
        return sqlite3.SQLITE_OK if table is None or allowed(table) else sqlite3.SQLITE_DENY

    connection.set_authorizer(answer)


def was_not_allowed(error: BaseException) -> bool:
    """Whether a statement failed because a table that it would write to was not allowed."""
    return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_AUTH


MEANINGS: dict[int, tuple[type[LedgerError], str]] = {
    sqlite3.SQLITE_BUSY: (
        LedgerBusy,
        "another program has been writing to {path} for {seconds} seconds; "
        "wait until it is done, then try again",
    ),
    sqlite3.SQLITE_PROTOCOL: (
        LedgerBusy,
        "too many programs opened {path} at the same time; try again",
    ),
    sqlite3.SQLITE_FULL: (
        CannotWrite,
        "the disk of {path} is full; nothing was recorded: make room, then try again",
    ),
    sqlite3.SQLITE_IOERR: (
        CannotWrite,
        "the disk failed while using {path}; nothing was recorded: check the disk, then try again",
    ),
    sqlite3.SQLITE_READONLY: (
        CannotWrite,
        "{path} or its folder is write-protected, and SQLite writes beside a file even to read it; "
        "change the permissions, or copy the file and name the copy with --db",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        CannotOpen,
        "{path} can't be opened or made: the file or its folder does not allow it; "
        "change the permissions or name another with --db",
    ),
    sqlite3.SQLITE_CORRUPT: (
        DamagedLedger,
        "{path} is damaged; keep it as it is and go back to a backup",
    ),
    sqlite3.SQLITE_NOTADB: (
        NotALedger,
        "{path} is not an SQLite database; name another file with --db",
    ),
}
"""What SQLite's result codes mean to the person at the keyboard."""


def explained(error: DBAPIError | sqlite3.Error, path: Path, *, reading: bool = False) -> LedgerError | None:
    """The error in plain words with the next step; `None` where the fault is the program's own."""
    original = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(original, "sqlite_errorcode", None)
    if code is None or (reading and code == sqlite3.SQLITE_READONLY):
        return None  # the second is query_only: our own code wrote where it said that it reads
    kind, message = MEANINGS.get(code & 0xFF, (None, ""))  # the higher bits only refine the code
    return kind(message.format(path=path, seconds=BUSY_SECONDS)) if kind else None


def missing_table(error: DBAPIError | sqlite3.Error) -> str | None:
    """The name of the table that a statement did not find; `None` where that is not what went wrong."""
    original = error.orig if isinstance(error, DBAPIError) else error
    found = re.match(r"no such table: (?:main\.)?(\S+)", str(original))
    return found[1] if found else None


def _engine(path: Path, pool: type[Pool]) -> Engine:
    """An engine that leaves transactions to us; Python's own handling would begin them too late."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=pool,
        connect_args={"timeout": BUSY_SECONDS, "isolation_level": None},
    )
    event.listen(engine, "connect", _sync_fully)
    return engine


def _sync_fully(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
    _execute(connection, "PRAGMA synchronous = FULL")


def _enforce_foreign_keys(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
    _execute(connection, "PRAGMA foreign_keys = ON")


def _execute(connection: DBAPIConnection, statement: str) -> None:
    cursor = connection.cursor()
    cursor.execute(statement)
    cursor.close()


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writing else 'ON'}")
    connection.exec_driver_sql(BEGIN_TO_WRITE if writing else BEGIN_TO_READ)


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql(BEGIN_TO_WRITE)


@contextmanager
def _raw(engine: Engine) -> Iterator[sqlite3.Connection]:
    """The driver's connection, outside any transaction."""
    pooled = engine.raw_connection()
    try:
        connection = pooled.driver_connection
        assert isinstance(connection, sqlite3.Connection)
        yield connection
    finally:
        pooled.close()
