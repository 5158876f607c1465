"""Verdicts from a table, each in the name of whoever gave it."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.importing.verdicts import VerdictImport
from claims.intake import offer_file, store
from claims.judging.adopted import policy_in_force
from claims.kinds import Question
from claims.pages import ReviewPage
from claims.queries import claim_page
from ledger.engine import Ledger
from ledger.events import head
from ledger.pen import Known
from tests.claims.importing.tables import PEN, imported, outcomes

TABLE = """claim,verdict,question,because,by
harbour:3,Confirmed,,two owners say so,ben
harbour:2,confirmed,said,it is on tape,
harbour:2,refuted,so,she counted wrong,
"""


@pytest.fixture(autouse=True)
def harbour(ledger: Ledger, article: Path) -> None:
    store(ledger, PEN, offer_file(str(article)))


def reviews(ledger: Ledger, handle: str) -> tuple[ReviewPage, ...]:
    with ledger.reading() as session:
        return claim_page(session, handle, policy_in_force(session)).reviews


def test_a_row_becomes_a_review_by_whom_it_names(ledger: Ledger, tmp_path: Path) -> None:
    report = imported(ledger, tmp_path, VerdictImport(), TABLE)

    assert outcomes(report) == ["added"] * 3
    assert [row.handle for row in report.rows] == ["harbour:3", "harbour:2", "harbour:2"]
    (confirmed,) = reviews(ledger, "harbour:3")
    assert (confirmed.verdict, confirmed.by, confirmed.known) == ("confirmed", "ben", Known.TYPED)
    assert [(one.question, one.by) for one in reviews(ledger, "harbour:2")] == [
        (Question.SAID, "ada"),
        (Question.SO, "ada"),
    ]


def test_importing_the_same_table_twice_changes_nothing(ledger: Ledger, tmp_path: Path) -> None:
    imported(ledger, tmp_path, VerdictImport(), TABLE)
    later = "claim,verdict,because,by\nharbour:3,refuted,one owner took it back,ben\n"
    imported(ledger, tmp_path, VerdictImport(), later)
    with ledger.reading() as session:
        before = head(session)

    report = imported(ledger, tmp_path, VerdictImport(), TABLE.replace("ben", "Ben"))

    assert outcomes(report) == ["same"] * 3
    with ledger.reading() as session:
        assert head(session) == before


@pytest.mark.parametrize(
    ("column", "value"), [("verdict", "refuted"), ("because", "a third says so"), ("by", "cleo")]
)
def test_another_verdict_reason_or_reviewer_is_another_review(
    ledger: Ledger, tmp_path: Path, column: str, value: str
) -> None:
    row = {"claim": "harbour:3", "verdict": "confirmed", "because": "two owners say so", "by": "ben"}
    words = "\n".join(",".join(cells) for cells in (row, row.values(), (row | {column: value}).values()))

    assert outcomes(imported(ledger, tmp_path, VerdictImport(), words)) == ["added", "added"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        pytest.param("harbour:99,confirmed,,x", "no claim harbour:99", id="no such claim"),
        pytest.param("harbour:3,sure,,x", "'sure'", id="no such verdict"),
        pytest.param("harbour:3,confirmed,,", "has no because", id="no reason"),
        pytest.param("harbour:3,confirmed,said,x", "credits nobody", id="nobody said it"),
        pytest.param("harbour:2,confirmed,when,x", "'when' is no question", id="no such question"),
    ],
)
def test_a_row_is_refused_as_the_single_command_would(
    ledger: Ledger, tmp_path: Path, row: str, said: str
) -> None:
    words = f"claim,verdict,question,because\n{row}\nharbour:3,refuted,,it holds\n"

    report = imported(ledger, tmp_path, VerdictImport(), words)

    assert outcomes(report) == ["refused", "added"]
    assert said in report.rows[0].told[0]
