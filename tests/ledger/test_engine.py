"""A ledger opens where it can, says plainly where it can't, and keeps its transactions apart."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import OperationalError

import migrations
from ledger import dialect
from ledger.engine import Ledger, open_ledger
from ledger.errors import (
    LedgerBusy,
    LedgerError,
    NoLedgerYet,
)
from ledger.events import Event, head
from ledger.record import record
from tests.ledger.interruptions import as_if_killed, before_each_statement
from tests.ledger.pens import replaying_pen
from tests.ledger.tables import Guess, Tip

OPEN_WHAT_IS_NAMED = """
import sys
import ledger.upgrade
from ledger.engine import open_ledger
from ledger.errors import LedgerError
for line in sys.stdin:
    try:
        open_ledger(line.strip()).close()
        print("opened")
    except LedgerError as error:
        print(error)
"""


def test_a_new_file_is_a_ledger_at_once(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "factdesk.db") as ledger, ledger.reading() as session:
        assert head(session).size == 0
        assert session.scalar(text("SELECT version_num FROM alembic_version")) == migrations.HEAD


def test_an_address_names_the_same_file_as_its_path(tmp_path: Path) -> None:
    open_ledger(tmp_path / "factdesk.db").close()

    with open_ledger(f"sqlite:///{tmp_path / 'factdesk.db'}", must_exist=True) as ledger:
        assert ledger.path == tmp_path / "factdesk.db"


@pytest.mark.parametrize("name", ["50% & more?.db", "#1.db", ":memory:", "Ünï code.db", "file:x.db"])
def test_any_name_that_a_file_can_have_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)

    open_ledger(name).close()

    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_opening_again_does_not_import_alembic(tmp_path: Path) -> None:
    path = tmp_path / "factdesk.db"
    open_ledger(path).close()
    program = (
        "import sys; from ledger.engine import open_ledger; "
        "open_ledger(sys.argv[1], must_exist=True).close(); print('alembic' in sys.modules)"
    )

    said = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=True)

    assert said.stdout == "False\n"


class TestNothingThere:
    """A command that only reads says how to start, and leaves no file behind."""

    def test_no_file(self, tmp_path: Path) -> None:
        with pytest.raises(NoLedgerYet, match="factdesk check ARTICLE"):
            open_ledger(tmp_path / "factdesk.db", must_exist=True)

        assert list(tmp_path.iterdir()) == []

    def test_an_empty_file(self, tmp_path: Path) -> None:
        (tmp_path / "factdesk.db").touch()

        with pytest.raises(NoLedgerYet):
            open_ledger(tmp_path / "factdesk.db", must_exist=True)

        assert (tmp_path / "factdesk.db").stat().st_size == 0


def test_a_fault_of_our_own_keeps_its_traceback(ledger: Ledger) -> None:
    with pytest.raises(OperationalError, match="no such table"), ledger.reading() as session:
        session.execute(text("SELECT * FROM nowhere"))


def test_reading_goes_on_while_somebody_writes(ledger: Ledger) -> None:
    with ledger.writing() as writer:
        writer.add(Guess(number=1, words="?"))
        writer.flush()

        with ledger.reading() as reader:
            assert reader.scalar(select(func.count()).select_from(Guess)) == 0


def test_a_reader_sees_one_moment(ledger: Ledger) -> None:
    with ledger.reading() as reader:
        before = reader.scalar(select(func.count()).select_from(Guess))
        with ledger.writing() as writer:
            writer.add(Guess(number=1, words="?"))

        assert reader.scalar(select(func.count()).select_from(Guess)) == before


def test_reading_can_not_write(ledger: Ledger) -> None:
    with pytest.raises(OperationalError, match="readonly"), ledger.reading() as session:
        session.execute(insert(Guess), [{"number": 1, "words": "?"}])


def test_an_error_takes_back_everything(ledger: Ledger) -> None:
    def fail_late() -> None:
        with ledger.writing() as session:
            session.execute(insert(Guess), [{"number": 1, "words": "?"}])
            raise ValueError("changed my mind")

    with pytest.raises(ValueError, match="changed my mind"):
        fail_late()

    with ledger.reading() as session:
        assert session.scalars(select(Guess.number)).all() == []


@pytest.mark.parametrize("way", ["reading", "writing"])
def test_every_connection_is_durable_and_keeps_its_references(ledger: Ledger, way: str) -> None:
    with getattr(ledger, way)() as session:
        found = {
            name: session.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }

    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


class TestKilledAtAnyStatement:
    """What was acknowledged is there and nothing else: no row without its event, nor the other way."""

    def test_nothing_acknowledged_is_lost_and_nothing_is_half(self, ledger: Ledger, tmp_path: Path) -> None:
        left = self.record_and_keep_what_a_kill_leaves(ledger, tmp_path)

        assert len(left) > 10
        for path, acknowledged in left:
            assert self.rows_and_events(path) == (acknowledged, acknowledged), path.name

    def test_without_a_transaction_a_kill_would_leave_a_half(
        self, ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(dialect, "BEGIN_TO_WRITE", "SELECT 1")

        left = self.record_and_keep_what_a_kill_leaves(ledger, tmp_path)

        assert any(len(set(self.rows_and_events(path))) == 2 for path, _ in left)

    def record_and_keep_what_a_kill_leaves(self, ledger: Ledger, folder: Path) -> list[tuple[Path, int]]:
        """The files at each statement, and how many records had been acknowledged by then."""
        left: list[tuple[Path, int]] = []
        pen = replaying_pen()
        for acknowledged in range(3):

            def keep(acknowledged: int = acknowledged) -> None:
                left.append((as_if_killed(ledger.path, folder / f"killed-{len(left)}.db"), acknowledged))

            with before_each_statement(keep), ledger.writing() as session:
                tip = {"id": pen.new_id(), "words": "told"}
                record(session, pen, action="tip.add", subject="x", rows={Tip: [tip]})
        return left

    def rows_and_events(self, path: Path) -> tuple[int | None, int]:
        with open_ledger(path) as ledger, ledger.reading() as session:
            return session.scalar(select(func.count()).select_from(Tip)), head(session).size


class TestEightWritersAtOnce:
    """Eight writers on one file neither fail nor leave a gap in the log."""

    WRITERS, EACH = 8, 25

    def test_none_fails_and_the_log_has_no_gap(self, ledger: Ledger) -> None:
        failures = self.write_at_once(ledger)

        assert failures == []
        with ledger.reading() as session:
            numbers = session.scalars(select(Event.seq).order_by(Event.seq)).all()
        assert list(numbers) == list(range(1, self.WRITERS * self.EACH + 1))

    def test_with_a_plain_begin_they_would_fail(
        self, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(dialect, "BEGIN_TO_WRITE", "BEGIN")

        failures = self.write_at_once(ledger)

        assert any(isinstance(failure, LedgerBusy) for failure in failures)

    def write_at_once(self, ledger: Ledger) -> list[LedgerError]:
        """Each writer with connections of its own; what failed."""
        start = threading.Barrier(self.WRITERS)

        def write(writer: int) -> list[LedgerError]:
            failures = []
            pen = replaying_pen(f"reviewer-{writer}", first=writer * self.EACH)
            with open_ledger(ledger.path) as own:
                start.wait()
                for _ in range(self.EACH):
                    try:
                        with own.writing() as session:
                            tip = {"id": pen.new_id(), "words": "told"}
                            record(session, pen, action="tip.add", subject="x", rows={Tip: [tip]})
                    except LedgerError as failure:
                        failures.append(failure)
            return failures

        with ThreadPoolExecutor(self.WRITERS) as writers:
            return [failure for failures in writers.map(write, range(self.WRITERS)) for failure in failures]


def test_opening_a_new_file_waits_for_a_program_that_is_setting_it_up(tmp_path: Path) -> None:
    """SQLite turns away whoever changes the journal while another writes, however long the timeout is."""
    path = tmp_path / "factdesk.db"
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        done = threading.Timer(0.2, other.execute, ["ROLLBACK"])
        done.start()

        open_ledger(path).close()

        done.join()


def test_several_programs_may_open_a_new_ledger_at_once(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.db" for number in range(4)]
    programs = [
        subprocess.Popen(
            [sys.executable, "-uc", OPEN_WHAT_IS_NAMED],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]

    said = [in_step(programs, f"{path}\n") for path in paths]

    for program in programs:
        program.communicate()
    assert said == [["opened\n"] * 3] * len(paths)
    for path in paths:
        open_ledger(path, must_exist=True).close()


def in_step(programs: list[subprocess.Popen[str]], line: str) -> list[str]:
    """Tell every program the same line at the same time; what each answers."""
    for program in programs:
        assert program.stdin
        program.stdin.write(line)
        program.stdin.flush()
    return [program.stdout.readline() for program in programs if program.stdout]
