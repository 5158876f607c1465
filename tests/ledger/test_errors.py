"""Whatever stops a ledger is said in plain words that name the file and the next step."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from ledger import dialect
from ledger.engine import Ledger, open_ledger
from ledger.errors import (
    CannotOpen,
    CannotWrite,
    DamagedLedger,
    LedgerBusy,
    LedgerError,
    NewerLedger,
    NotALedger,
    OlderLedger,
    UnsupportedDatabase,
)
from ledger.events import head
from ledger.record import record
from ledger.upgrade import upgrade  # imported late it would need the rights that a test gives up
from tests.ledger.pens import replaying_pen
from tests.ledger.tables import Tip

UNSUPPORTED = {
    "postgresql": "postgresql+psycopg://desk:secret@server/factdesk",
    "mysql": "mysql://desk:secret@server/factdesk",
    "memory": "sqlite://",
    "memory by name": "sqlite:///:memory:",
    "options": "sqlite:///factdesk.db?mode=ro",
    "web page": "https://example.org/factdesk.db",
    "no address": "://secret",
}


@pytest.mark.parametrize("location", UNSUPPORTED.values(), ids=UNSUPPORTED.keys())
def test_an_address_that_can_not_be_used_says_what_can(location: str) -> None:
    with pytest.raises(UnsupportedDatabase, match=r"factdesk\.db") as refused:
        open_ledger(location)

    assert "secret" not in str(refused.value)


def a_folder(path: Path) -> None:
    path.mkdir()


def words(path: Path) -> None:
    path.write_text("Belarus released 123 prisoners.\n" * 100)


def another_programs_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()


def another_programs_alembic(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('0001')")
    connection.close()


def a_later_version(path: Path) -> None:
    open_ledger(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()


def a_broken_page(path: Path) -> None:
    open_ledger(path).close()
    content = bytearray(path.read_bytes())
    content[100:200] = b"\xff" * 100
    path.write_bytes(content)


def half_a_file(path: Path) -> None:
    open_ledger(path).close()
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def no_version(path: Path) -> None:
    open_ledger(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE alembic_version")
    connection.close()


def an_earlier_version(path: Path) -> None:
    upgrade(path, revision="0001")


UNUSABLE: dict[str, tuple[Callable[[Path], None], type[LedgerError]]] = {
    "a folder": (a_folder, CannotOpen),
    "a text": (words, NotALedger),
    "another program's database": (another_programs_database, NotALedger),
    "another program's database with the same tool": (another_programs_alembic, NotALedger),
    "a later version's ledger": (a_later_version, NewerLedger),
    "an earlier version's ledger": (an_earlier_version, OlderLedger),
    "a broken page": (a_broken_page, DamagedLedger),
    "half a file": (half_a_file, DamagedLedger),
    "no version": (no_version, DamagedLedger),
}


@pytest.mark.parametrize("must_exist", [False, True], ids=["to write", "to read"])
@pytest.mark.parametrize(("make", "error"), UNUSABLE.values(), ids=UNUSABLE.keys())
def test_what_is_no_ledger_is_named_and_left_as_it_was(
    tmp_path: Path, make: Callable[[Path], None], error: type[LedgerError], must_exist: bool
) -> None:
    path = tmp_path / "factdesk.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None

    with pytest.raises(error) as refused:
        open_ledger(path, must_exist=must_exist)

    assert type(refused.value) is error
    assert str(path) in str(refused.value)
    assert before is None or path.read_bytes() == before


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match=f"there is no folder {tmp_path / 'desk'}"):
        open_ledger(tmp_path / "desk" / "factdesk.db")


def test_a_name_that_is_too_long_is_an_error_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="can't be reached"):
        open_ledger(tmp_path / ("x" * 300))


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are another matter on Windows")
class TestPermissions:
    """Files and folders that a person without special rights may not use."""

    def test_a_folder_that_can_not_be_written_in(self, shared_folder: Path) -> None:
        shared_folder.chmod(0o555)

        with (
            without_privileges(),
            pytest.raises(CannotOpen, match="its folder does not allow it"),
        ):
            open_ledger(shared_folder / "factdesk.db")

        assert list(shared_folder.iterdir()) == []

    def test_a_folder_that_can_not_be_looked_into(self, shared_folder: Path) -> None:
        closed = shared_folder / "closed"
        closed.mkdir(mode=0o000)

        with without_privileges(), pytest.raises(CannotOpen, match="can't be reached"):
            open_ledger(closed / "factdesk.db")

    def test_a_file_that_can_not_be_read(self, shared_folder: Path) -> None:
        path = shared_folder / "factdesk.db"
        open_ledger(path).close()
        path.chmod(0o000)

        with without_privileges(), pytest.raises(CannotOpen, match="does not allow it"):
            open_ledger(path)

    def test_a_ledger_in_a_folder_that_can_not_be_written_in(self, shared_folder: Path) -> None:
        path = shared_folder / "factdesk.db"
        open_ledger(path).close()
        shared_folder.chmod(0o555)

        with without_privileges(), pytest.raises(CannotWrite, match="copy the file"):
            open_ledger(path)

    def test_a_write_protected_ledger_can_be_read_and_not_written(self, shared_folder: Path) -> None:
        path = shared_folder / "factdesk.db"
        open_ledger(path).close()
        shared_folder.chmod(0o777)
        path.chmod(0o444)

        with without_privileges(), open_ledger(path) as ledger:
            with ledger.reading() as session:
                assert head(session).size == 0
            with pytest.raises(CannotWrite, match="write-protected"), ledger.writing() as session:
                session.execute(text("DELETE FROM relations"))


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that every account reaches, which those of pytest are not."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@contextmanager
def without_privileges() -> Iterator[None]:
    """Go on as an account that permissions hold for: root is stopped by none."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_full_disk_is_an_error_in_plain_words_and_leaves_nothing_half(ledger: Ledger) -> None:
    with pytest.raises(CannotWrite, match="is full"):
        record_a_long_tip(ledger, pages_at_most=1)  # SQLite takes it for: no more than there are

    with ledger.reading() as session:
        assert head(session).size == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_disk_that_fails_is_an_error_in_plain_words_and_leaves_nothing_half(ledger: Ledger) -> None:
    with files_no_larger_than(100_000), pytest.raises(CannotWrite, match="the disk failed"):
        record_a_long_tip(ledger)

    with ledger.reading() as session:
        assert head(session).size == 0


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Let the system refuse to write past a size."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def record_a_long_tip(ledger: Ledger, *, pages_at_most: int | None = None) -> None:
    """Record something that needs many new pages."""
    with ledger.writing() as session:
        if pages_at_most:
            session.execute(text(f"PRAGMA max_page_count = {pages_at_most}"))
        rows = [{"id": replaying_pen().new_id(), "words": "x" * 200_000}]
        record(session, replaying_pen(), action="tip.add", subject="x", rows={Tip: rows})


def test_pages_that_break_later_are_named_when_they_are_read(ledger: Ledger) -> None:
    record_a_long_tip(ledger)
    ledger.close()
    content = ledger.path.read_bytes()
    ledger.path.write_bytes(content[:4096].ljust(len(content), b"\xff"))

    with pytest.raises(DamagedLedger, match="go back to a backup"), ledger.reading() as session:
        head(session)


@pytest.mark.parametrize("way", ["read", "write"])
def test_a_table_that_has_gone_is_named(ledger: Ledger, way: str) -> None:
    with closing(sqlite3.connect(ledger.path)) as connection, connection:
        connection.execute("DROP TABLE events")
    act = {"read": lambda session: head(session), "write": record_a_tip}[way]

    with (
        pytest.raises(DamagedLedger, match=r"factdesk\.db has lost its table events; .* backup"),
        ledger.writing() as session,
    ):
        act(session)


def record_a_tip(session: Session) -> None:
    rows = [{"id": replaying_pen().new_id(), "words": "a call"}]
    record(session, replaying_pen(), action="tip.add", subject="x", rows={Tip: rows})


def test_a_ledger_that_another_program_holds_is_an_error_in_plain_words(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialect, "BUSY_SECONDS", 0.1)

    with (
        ledger.writing(),
        open_ledger(ledger.path) as other,
        pytest.raises(LedgerBusy, match="wait until it is done"),
        other.writing(),
    ):
        pytest.fail("two held the lock at once")
