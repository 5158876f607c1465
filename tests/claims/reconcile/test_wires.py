"""An agency that a text credits for itself is told from one that it quotes."""

from __future__ import annotations

import pytest

from claims.reconcile.wires import agency_named, credited_agency

STORY = "The ferry sailed again.\nIt was late, the harbour office said.\n"


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        pytest.param(f"CORRIE (Reuters) - {STORY}", "Reuters", id="in the first line"),
        pytest.param(f"{STORY}Source: AFP", "AFP", id="a source line"),
        pytest.param(f"By Marta Klima, Associated Press\n{STORY}", "AP", id="a byline"),
        pytest.param(f"{STORY}Reuters", "Reuters", id="a line of its own"),
        pytest.param(f"{STORY}© AFP", "AFP", id="a copyright line"),
    ],
)
def test_a_credit_is_found(text: str, agency: str) -> None:
    assert credited_agency(text) == agency


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(STORY, id="nobody"),
        pytest.param(f"“It was late,” she told Reuters.\n{STORY}", id="quoted"),
        pytest.param(f"{STORY}(pa and ma were there)", id="small letters"),
        pytest.param("Line.\n" * 20 + "Source: AFP\n" + "Line.\n" * 20, id="in the middle of a long text"),
    ],
)
def test_nothing_else_is_a_credit(text: str) -> None:
    assert credited_agency(text) is None


def test_the_name_of_an_outlet_may_name_an_agency() -> None:
    assert agency_named("Harbour Gazette / AFP") == "AFP"
    assert agency_named("Harbour Gazette") is None
