"""A migration that fails or is killed at any operation leaves the old schema working, to the last row."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import AbstractContextManager, closing
from importlib.resources import files
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

from ledger import dialect
from ledger.errors import LedgerBusy, NewerLedger, UpgradeFailed
from ledger.upgrade import configuration, upgrade
from tests.ledger.interruptions import as_if_killed, before_each_statement

REAL = Path(str(files("migrations")))
OF_THE_TESTS = Path(__file__).parent / "history"


@pytest.fixture(scope="module", params=["real history", "history of the tests"])
def scripts(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the revisions are: the real ones, and two made to be hard to take back."""
    if request.param == "real history":
        return REAL
    return with_revisions(tmp_path_factory.mktemp("history") / "migrations")


def with_revisions(folder: Path) -> Path:
    """The real environment around the revisions of the tests."""
    shutil.copytree(REAL, folder, ignore=shutil.ignore_patterns("versions", "__pycache__"))
    shutil.copytree(OF_THE_TESTS, folder / "versions")
    return folder


class Stop(Exception):
    """What the tests throw into a migration."""


def test_a_failure_at_any_operation_takes_all_of_it_back(scripts: Path, tmp_path: Path) -> None:
    for before, revision in steps(scripts):
        old = at(before, scripts, tmp_path / f"{revision}.db")
        expected = dump(old)

        for number in range(operations(old, revision, scripts)):
            with stopping_at(number), pytest.raises(Stop):
                upgrade(old, revision=revision, scripts=scripts)

            assert dump(old) == expected, f"revision {revision} stopped at operation {number}"


def test_a_kill_at_any_operation_takes_all_of_it_back(scripts: Path, tmp_path: Path) -> None:
    """What a kill leaves is what the files hold at that moment."""
    for before, revision in steps(scripts):
        old = at(before, scripts, tmp_path / f"{revision}.db")
        expected = dump(old)
        left: list[Path] = []

        def keep_files(old: Path = old, left: list[Path] = left) -> None:
            left.append(as_if_killed(old, tmp_path / f"{old.stem}-killed-{len(left)}.db"))

        with before_each_statement(keep_files):
            upgrade(old, revision=revision, scripts=scripts)

        assert left
        for copy in left:
            assert dump(copy) == expected, copy.name


def test_after_a_failure_the_upgrade_can_be_run_again(scripts: Path, tmp_path: Path) -> None:
    for before, revision in steps(scripts):
        old = at(before, scripts, tmp_path / f"{revision}.db")
        never_stopped = at(revision, scripts, tmp_path / f"{revision}-at-once.db")
        last = operations(old, revision, scripts) - 1
        with stopping_at(last), pytest.raises(Stop):
            upgrade(old, revision=revision, scripts=scripts)

        upgrade(old, revision=revision, scripts=scripts)

        assert dump(old) == dump(never_stopped)


def test_without_one_transaction_a_failure_would_leave_a_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fault that the tests above are there to find."""
    scripts = with_revisions(tmp_path / "migrations")
    old = at("0001", scripts, tmp_path / "old.db")
    expected = dump(old)
    monkeypatch.setattr(dialect, "BEGIN_TO_WRITE", "SELECT 1")

    with stopping_at(operations(old, "0002", scripts) - 1), pytest.raises(Stop):
        upgrade(old, revision="0002", scripts=scripts)

    assert dump(old) != expected


def test_rebuilding_a_table_keeps_the_rows_that_refer_to_it(tmp_path: Path) -> None:
    scripts = with_revisions(tmp_path / "migrations")

    path = at("0002", scripts, tmp_path / "factdesk.db")

    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT full_name, town FROM people").fetchall() == [("A. Reader", "Minsk")]
        assert connection.execute("SELECT person_id FROM calls").fetchall() == [(1,)]


BREAKS_A_REFERENCE = """
from alembic import op
revision = "0003"
down_revision = "0002"
def upgrade() -> None:
    op.execute("DELETE FROM people")
"""

ASKS_FOR_NOTHING_THERE = """
from alembic import op
revision = "0003"
down_revision = "0002"
def upgrade() -> None:
    op.execute("UPDATE nowhere SET nothing = 1")
"""


@pytest.mark.parametrize(
    "revision",
    [BREAKS_A_REFERENCE, ASKS_FOR_NOTHING_THERE],
    ids=["breaks a reference", "asks for nothing there"],
)
def test_a_wrong_migration_is_an_error_in_plain_words(tmp_path: Path, revision: str) -> None:
    scripts = with_revisions(tmp_path / "migrations")
    path = at("0002", scripts, tmp_path / "factdesk.db")
    before = dump(path)
    (scripts / "versions" / "0003_wrong.py").write_text(revision)

    with pytest.raises(UpgradeFailed, match=f"{path} could not be upgraded and is as it was before"):
        upgrade(path, scripts=scripts)

    assert dump(path) == before


def test_a_schema_from_a_later_version_is_named_and_left_alone(tmp_path: Path) -> None:
    later = with_revisions(tmp_path / "migrations")
    path = at("0002", later, tmp_path / "factdesk.db")
    (later / "versions" / "0002_towns.py").unlink()
    before = dump(path)

    with pytest.raises(NewerLedger, match=r"factdesk\.db .*newer factdesk .*0002"):
        upgrade(path, scripts=later)

    assert dump(path) == before


def test_an_upgrade_waits_for_its_turn_and_says_so_when_it_does_not_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialect, "BUSY_SECONDS", 0.1)
    path = tmp_path / "factdesk.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(LedgerBusy):
            upgrade(path)


def test_scripts_may_lie_in_a_folder_with_any_name(tmp_path: Path) -> None:
    scripts = with_revisions(tmp_path / "100% of %(here)s")

    path = at("0002", scripts, tmp_path / "factdesk.db")

    assert "CREATE INDEX ix_people_town" in dump(path)


def steps(scripts: Path) -> list[tuple[str | None, str]]:
    """Each revision with the one before it, oldest first."""
    revisions = list(ScriptDirectory.from_config(configuration(scripts)).walk_revisions())
    names = [script.revision for script in reversed(revisions)]
    return list(zip([None, *names], names, strict=False))


def at(revision: str | None, scripts: Path, path: Path) -> Path:
    """A ledger file at a revision; at `None` it is empty."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    if revision:
        upgrade(path, revision=revision, scripts=scripts)
    return path


def operations(path: Path, revision: str, scripts: Path) -> int:
    """How many statements the step to a revision sends, counted on a copy."""
    copy = Path(shutil.copy(path, path.with_name(f"{path.stem}-counted.db")))
    count = 0

    def add() -> None:
        nonlocal count
        count += 1

    with before_each_statement(add):
        upgrade(copy, revision=revision, scripts=scripts)
    copy.unlink()
    return count


def stopping_at(number: int) -> AbstractContextManager[None]:
    """Stop at the statement with this number, counted from 0."""
    left = number

    def stop() -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise Stop

    return before_each_statement(stop)


def dump(path: Path) -> str:
    """Everything in the file: schema, rows, and whose file it is."""
    with closing(sqlite3.connect(path)) as connection:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        return "\n".join([f"application {application}", *connection.iterdump()])
