"""Who has to check which claims."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from claims.errors import NobodyNamed
from claims.handover.pages import Assigned
from ledger.engine import Ledger
from ledger.events import EVENTS
from tests.claims.handover.desk import desk_of, give


def events(ledger: Ledger) -> int:
    with ledger.reading() as session:
        return session.scalar(select(func.count()).select_from(EVENTS)) or 0


def owner(ledger: Ledger, handle: str) -> str | None:
    assigned = desk_of(ledger, handle).assigned
    return assigned.to if assigned else None


def test_several_claims_are_assigned_in_one_event(desk: Ledger) -> None:
    before = events(desk)

    give(desk, "ferries:2", "bridge:1", to="Ben")

    assert events(desk) == before + 1
    assert [owner(desk, one) for one in ("ferries:2", "bridge:1", "ferries:3")] == ["Ben", "Ben", None]


def test_it_is_said_who_had_a_claim_before(desk: Ledger) -> None:
    give(desk, "ferries:2", to="Ben")

    done = give(desk, "ferries:2", "ferries:3", to="Cora")

    assert done == (Assigned("ferries:2", "Ben", "Cora"), Assigned("ferries:3", None, "Cora"))


def test_the_last_assignment_counts(desk: Ledger) -> None:
    give(desk, "ferries:2", to="Ben")
    give(desk, "ferries:2", to="Cora")

    assert owner(desk, "ferries:2") == "Cora"


def test_a_claim_is_taken_from_everybody(desk: Ledger) -> None:
    give(desk, "ferries:2", to="Ben")

    assert give(desk, "ferries:2", to=None) == (Assigned("ferries:2", "Ben", None),)
    assert owner(desk, "ferries:2") is None


@pytest.mark.parametrize("again", ["Ben", "ben", " BEN "])
def test_whoever_has_a_claim_already_is_given_it_no_second_time(desk: Ledger, again: str) -> None:
    give(desk, "ferries:2", to="Ben")
    before = events(desk)

    (done,) = give(desk, "ferries:2", to=again)

    assert (done.is_new, done.to) == (False, "Ben")
    assert events(desk) == before


def test_an_empty_name_is_nobodys(desk: Ledger) -> None:
    before = events(desk)

    with pytest.raises(NobodyNamed, match="--to-nobody"):
        give(desk, "ferries:2", to=" ")

    assert events(desk) == before
