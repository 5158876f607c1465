"""Who writes is known, and how; nothing that differs from run to run comes from elsewhere."""

from __future__ import annotations

from datetime import UTC

import pytest

from ledger.errors import CannotRecord
from ledger.pen import Known, Pen


def test_a_typed_name_is_known_as_typed() -> None:
    pen = Pen.of_this_machine("  reviewer-1 ")

    assert (pen.actor, pen.known) == ("reviewer-1", Known.TYPED)


def test_without_a_name_the_system_account_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "somebody-else")
    monkeypatch.setenv("USER", "somebody-else")

    pen = Pen.of_this_machine()

    assert pen.known is Known.SYSTEM_ACCOUNT
    assert pen.actor.strip()
    assert pen.actor != "somebody-else"


@pytest.mark.parametrize("name", ["", "  \t"], ids=["empty", "blank"])
def test_a_hand_without_a_name_is_refused(name: str) -> None:
    with pytest.raises(CannotRecord, match="--by NAME"):
        Pen.of_this_machine(name)


def test_the_clock_is_aware_and_ids_follow_one_another() -> None:
    pen = Pen.of_this_machine("reviewer-1")

    ids = [pen.new_id() for _ in range(100)]

    assert pen.clock().tzinfo is UTC
    assert ids == sorted(set(ids))
    assert {id.version for id in ids} == {7}


def test_salts_are_fresh_and_long_enough_to_hide_a_short_word() -> None:
    pen = Pen.of_this_machine("reviewer-1")

    salts = {pen.new_salt() for _ in range(100)}

    assert len(salts) == 100
    assert {len(salt) for salt in salts} == {16}
