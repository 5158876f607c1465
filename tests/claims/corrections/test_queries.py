"""Lists of corrections: of a story, of a document, of all; open ones and closed ones; and what is printed."""

from __future__ import annotations

import pytest

from claims.corrections.queries import correction_pages, open_corrections
from claims.errors import UnknownDocument
from claims.handles import find_document
from claims.judging.policy_file import BUILT_IN
from claims.kinds import CorrectionDecision
from claims.queries import audit_page, claim_pages
from tests.claims.corrections.desk import CLAIM, Desk
from tests.ledger.pens import MORNING


@pytest.fixture
def asked(desk: Desk) -> Desk:
    """Three requests in two documents, the first of them declined."""
    desk.add(CLAIM)
    desk.add("tickets:2")
    desk.add("ferry")
    desk.close(CorrectionDecision.DECLINED, notice=None)
    return desk


@pytest.mark.parametrize(
    ("name", "is_open", "numbers"),
    [
        pytest.param(None, None, [1, 2, 3], id="all"),
        pytest.param(None, True, [2, 3], id="the open ones"),
        pytest.param(None, False, [1], id="the closed ones"),
        pytest.param("ferry", None, [1, 3], id="of a document"),
        pytest.param("tickets", False, [], id="of a document, the closed ones"),
    ],
)
def test_corrections_are_listed_by_where_and_whether_they_are_open(
    asked: Desk, name: str | None, is_open: bool | None, numbers: list[int]
) -> None:
    with asked.ledger.reading() as session:
        found = correction_pages(session, name, is_open=is_open)

    assert [page.number for page in found] == numbers


def test_a_name_that_nobody_has_is_an_error(asked: Desk) -> None:
    with asked.ledger.reading() as session, pytest.raises(UnknownDocument):
        correction_pages(session, "nowhere")


def test_the_open_ones_of_some_documents_are_those_and_no_others(asked: Desk) -> None:
    with asked.ledger.reading() as session:
        ferry = find_document(session, "ferry")
        found = open_corrections(session, [ferry])

    assert [page.number for page in found] == [3]


def test_what_is_printed_names_no_reader(asked: Desk) -> None:
    with asked.ledger.reading() as session:
        audit = audit_page(session, "ferry", BUILT_IN, printed_at=MORNING)
        listed = claim_pages(session, BUILT_IN)

    assert [page.number for page in audit.corrections] == [1, 3]
    assert {claim.handle: [one.number for one in claim.corrections] for claim in listed} == {
        "ferry:1": [1],
        "ferry:2": [],
        "tickets:1": [],
        "tickets:2": [2],
    }
    assert "Nora Vale" not in str((audit, listed))
    assert "sheep" not in str((audit, listed))


def test_a_claim_that_was_cut_keeps_its_corrections_in_the_report(asked: Desk) -> None:
    asked.revise("The ferry were counted.\n")

    with asked.ledger.reading() as session:
        audit = audit_page(session, "ferry", BUILT_IN, printed_at=MORNING)

    assert [page.number for page in audit.corrections] == [1, 3]
    assert audit.corrections[0].was is not None
