"""The index follows the ledger: what is in the one is found by the other, whatever happened to its file."""

from __future__ import annotations

import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from claims.errors import UnusableIndex
from claims.evidence.adding import add_heard
from claims.evidence.offered import Heard
from claims.evidence.typed import judged
from claims.finding import keeping
from claims.finding.file import index_path
from claims.finding.keeping import index_of
from claims.kinds import EvidenceKind
from ledger.engine import Ledger, open_ledger
from tests.claims.finding.desk import WEEK, add, found, pen, revise


def heard(ledger: Ledger, claim: str, told: str) -> None:
    opinion = judged(stance="supports", because="she was there", source="Ana Zupčić")
    with ledger.writing() as session:
        add_heard(
            session, pen(), claim, Heard(kind=EvidenceKind.INTERVIEW, told=told, how="met in secret"), opinion
        )


def numbers(ledger: Ledger) -> dict[str, int]:
    with sqlite3.connect(index_path(ledger.path)) as connection:
        return dict(connection.execute("select handle, number from entry"))


def test_what_came_since_the_last_search_is_found(desk: Ledger, tmp_path: Path) -> None:
    assert found(desk, "otter") == set()

    add(desk, tmp_path, "zoo", "A zoo opens\n\nAn otter moved to Corrie.\n")
    heard(desk, "storm:2", "I counted them.")

    assert found(desk, "otter") == {"zoo:2"}
    assert found(desk, "zupcic") == {"source:1"}


def test_a_claim_is_found_by_its_present_words_and_a_cut_one_by_its_last(
    desk: Ledger, tmp_path: Path
) -> None:
    assert found(desk, "41") == {"week:3"}
    before = numbers(desk)

    revise(desk, tmp_path, "week", WEEK.replace("41 boats", "12 cranes").partition("A baker")[0])

    assert found(desk, "41") == set()
    assert found(desk, "12 cranes") == {"week:3"}
    assert found(desk, "lottery") == {"week:4"}
    kept = {handle for handle, number in numbers(desk).items() if before[handle] == number}
    assert kept == {"storm:1", "storm:2", "storm:3", "week:1", "week:2"}


def test_an_index_of_another_ledger_is_made_anew(desk: Ledger, tmp_path: Path) -> None:
    assert found(desk, "lottery") == {"week:4"}

    with open_ledger(tmp_path / "other.db") as other:
        add(other, tmp_path, "zoo", "A zoo opens\n\nAn otter moved to Corrie.\n")
        add(other, tmp_path, "port", "A port opens\n\nA ferry came to Corrie.\n")
        shutil.copy(index_path(desk.path), index_path(other.path))

        assert found(other, "lottery") == set()
        assert found(other, "otter") == {"zoo:2"}


def test_a_ledger_put_back_from_a_backup_is_searched_as_it_is(desk: Ledger, tmp_path: Path) -> None:
    with sqlite3.connect(desk.path) as connection:
        connection.execute("vacuum into ?", (str(tmp_path / "backup.db"),))
    add(desk, tmp_path, "zoo", "A zoo opens\n\nAn otter moved to Corrie.\n")
    assert found(desk, "otter") == {"zoo:2"}

    shutil.copy(index_path(desk.path), index_path(tmp_path / "backup.db"))
    with open_ledger(tmp_path / "backup.db") as backup:
        assert found(backup, "otter") == set()
        assert found(backup, "lottery") == {"week:4"}


def test_an_index_of_another_version_is_made_anew(desk: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    found(desk, "storm")
    with sqlite3.connect(index_path(desk.path)) as connection:
        connection.execute("update entry set handle = 'week:99' where handle = 'week:4'")
    monkeypatch.setattr(keeping, "VERSION", keeping.VERSION + 1)

    assert found(desk, "lottery") == {"week:4"}


def test_an_update_that_is_broken_off_leaves_the_index_as_it_was(
    desk: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found(desk, "storm")
    before = numbers(desk)
    add(desk, tmp_path, "zoo", "A zoo opens\n\nAn otter moved to Corrie.\n")
    monkeypatch.setattr(keeping, "_WORTH_COUNTING", 0)

    @contextmanager
    def killed(of: int) -> Iterator[Callable[[], None]]:
        def once() -> None:
            raise KeyboardInterrupt

        yield once

    with pytest.raises(KeyboardInterrupt), index_of(desk, counting=killed):
        pass

    assert numbers(desk) == before
    assert found(desk, "otter") == {"zoo:2"}


def test_it_is_shown_how_far_a_long_update_has_got(desk: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "_WORTH_COUNTING", 5)
    told: list[int] = []

    @contextmanager
    def counted(of: int) -> Iterator[Callable[[], None]]:
        told.append(of)
        yield lambda: told.append(1)

    with index_of(desk, counting=counted), index_of(desk, counting=counted):
        pass

    assert told == [7, *[1] * 7]


def test_personal_words_are_found_and_never_stand_in_the_index(desk: Ledger) -> None:
    heard(desk, "storm:2", "I counted the wrecks myself.")
    heard(desk, "week:2", "Nobody saw a thing.")

    assert found(desk, "wreck") == {"evidence:1"}
    assert b"wreck" not in index_path(desk.path).read_bytes()
    assert b"secret" not in index_path(desk.path).read_bytes()
    with sqlite3.connect(desk.path) as connection:
        connection.execute("update evidence set told = null, told_salt = null where number = 1")
    assert found(desk, "wreck") == set()


def test_only_those_can_read_the_index_who_can_read_the_ledger(desk: Ledger) -> None:
    desk.path.chmod(0o600)
    found(desk, "storm")
    private = stat.S_IMODE(index_path(desk.path).stat().st_mode)

    desk.path.chmod(0o640)
    found(desk, "storm")

    assert (private, stat.S_IMODE(index_path(desk.path).stat().st_mode)) == (0o600, 0o640)


def test_a_file_of_another_program_is_left_alone_and_named(desk: Ledger) -> None:
    path = index_path(desk.path)
    with sqlite3.connect(path) as connection:
        connection.execute("create table mine (words text)")
    before = path.read_bytes()

    with pytest.raises(UnusableIndex, match=r"factdesk.db-search is no search index; move it away"):
        found(desk, "storm")

    assert path.read_bytes() == before


def test_a_damaged_index_says_that_it_can_be_deleted(desk: Ledger) -> None:
    found(desk, "storm")
    path = index_path(desk.path)
    words = path.read_bytes()
    path.write_bytes(words[:4096] + bytes(len(words) - 4096))

    with pytest.raises(UnusableIndex, match="delete it, and the next search makes it anew"):
        found(desk, "storm")

    path.unlink()
    assert found(desk, "lottery") == {"week:4"}
