"""Opening a ledger, and the two ways of using it: reading and writing.

`open_ledger` makes the file on first use. One of an earlier version is brought up to date only when
somebody asks for it, since an earlier factdesk can't open it any more. Alembic, which takes a second
to import, is imported only when there is something to bring up to date.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from sqlalchemy import Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.orm import Session

import migrations
from ledger import dialect
from ledger.base import Base
from ledger.errors import CannotOpen, DamagedLedger, NoLedgerYet, OlderLedger, UnsupportedDatabase
from ledger.guard import guard


class Ledger:
    """An open ledger. Each `reading()` and `writing()` is one transaction."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one moment of the ledger, takes no write lock and can't write."""
        with _plain_errors(self.path, reading=True), Session(self._engine) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that holds the write lock; it commits once at the end, or not at all."""
        writer = self._engine.execution_options(**{dialect.WRITING: True})
        with _plain_errors(self.path), Session(writer) as session, session.begin():
            session.connection()  # takes the lock now, so that what is read next is still true when written
            yield session

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_ledger(location: str | Path, *, must_exist: bool = False, upgrade: bool = False) -> Ledger:
    """The ledger at a file path or `sqlite:///` address, made if need be.

    `must_exist` is for commands that only read: where there is no ledger they make none. `upgrade`
    brings one of an earlier version up to date; without it `OlderLedger` says how to.
    """
    path = path_of(location)
    _refuse_unusable(path, must_exist=must_exist)
    engine = dialect.engine_of(path)
    guard(engine)
    ledger = Ledger(path, engine)
    try:
        with _plain_errors(path):
            _see_to_the_schema(engine, path, must_exist=must_exist, upgrade=upgrade)
    except BaseException:
        ledger.close()
        raise
    return ledger


def _see_to_the_schema(engine: Engine, path: Path, *, must_exist: bool, upgrade: bool) -> None:
    revision = dialect.revision_of(engine, path)
    if revision is None and must_exist:
        raise _no_ledger_yet(path)
    if revision is not None and revision < migrations.HEAD and not upgrade:
        raise OlderLedger(
            f"{path} was written by an earlier factdesk; bring it up to date with: "
            f"factdesk db upgrade --db {path}"
        )
    dialect.use_write_ahead_log(engine)
    if revision != migrations.HEAD:
        from ledger.upgrade import upgrade as bring_up_to_date

        bring_up_to_date(path)


def path_of(location: str | Path) -> Path:
    """The file that a path or an `sqlite:///` address names. It is not printed: it may hold a password."""
    if isinstance(location, Path) or "://" not in location:
        return Path(location).absolute()
    try:
        url = make_url(location)
    except ArgumentError:
        raise _unsupported("this address") from None
    if url.get_backend_name() != "sqlite" or url.query or url.database in (None, "", ":memory:"):
        raise _unsupported(f"this {url.get_backend_name()} address")
    return Path(url.database).absolute()


def _unsupported(address: str) -> UnsupportedDatabase:
    return UnsupportedDatabase(
        f"{address} can't be used: this version keeps its ledger in an SQLite file (PostgreSQL comes later); "
        "name a file, as in --db factdesk.db"
    )


def _refuse_unusable(path: Path, *, must_exist: bool) -> None:
    try:
        exists, is_folder, has_folder = path.exists(), path.is_dir(), path.parent.is_dir()
        is_special = exists and not is_folder and not path.is_file()
    except OSError as error:
        raise CannotOpen(
            f"{path} can't be reached ({error.strerror}); change the permissions or name another with --db"
        ) from error
    if is_folder:
        raise CannotOpen(f"{path} is a folder; name a file in it, as in --db {path / 'factdesk.db'}")
    if is_special:
        raise CannotOpen(f"{path} is no file; name another with --db")
    if not has_folder:
        raise CannotOpen(f"there is no folder {path.parent}; make it, or name another file with --db")
    if must_exist and not exists:
        raise _no_ledger_yet(path)


def _no_ledger_yet(path: Path) -> NoLedgerYet:
    return NoLedgerYet(f"there is no ledger at {path}; start one with: factdesk check ARTICLE --db {path}")


@contextmanager
def _plain_errors(path: Path, *, reading: bool = False) -> Iterator[None]:
    """Turn what the database complains of into words; a fault of our own keeps its traceback."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        told = dialect.explained(error, path, reading=reading) or _lost_table(error, path)
        if told is None:
            raise
        raise told from error


def _lost_table(error: DBAPIError | sqlite3.Error, path: Path) -> DamagedLedger | None:
    """What is to be said where a table has gone that the schema has; to miss any other is our own fault."""
    table = dialect.missing_table(error)
    if table not in Base.metadata.tables:
        return None
    return DamagedLedger(f"{path} has lost its table {table}; keep it as it is and go back to a backup")
