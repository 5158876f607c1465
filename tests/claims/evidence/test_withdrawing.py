"""Withdrawing evidence: once, with a reason."""

from __future__ import annotations

import pytest

from claims.errors import AlreadyWithdrawn, EmptyReason, UnknownEvidence
from claims.evidence.withdrawing import withdraw
from ledger.engine import Ledger
from tests.claims.evidence.desk import page, pen, quote


def test_evidence_is_withdrawn_once(desk: Ledger) -> None:
    handle = quote(desk, "14 times a week").handle
    with desk.writing() as session:
        withdraw(session, pen(), handle, because="the wrong year")

    with (
        pytest.raises(AlreadyWithdrawn, match="evidence:1 was withdrawn by ada"),
        desk.writing() as session,
    ):
        withdraw(session, pen(), handle, because="again")

    assert (gone := page(desk, handle).withdrawn) is not None
    assert gone.because == "the wrong year"


def test_it_needs_its_reason_and_something_to_withdraw(desk: Ledger) -> None:
    handle = quote(desk, "14 times a week").handle

    with pytest.raises(EmptyReason, match="withdrawing evidence:1"), desk.writing() as session:
        withdraw(session, pen(), handle, because=" ")
    with pytest.raises(UnknownEvidence), desk.writing() as session:
        withdraw(session, pen(), "evidence:2", because="no")

    assert page(desk, handle).withdrawn is None
