"""Checked claims in an index: what is found does not depend on how they were put in."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from claims.finding.stock import empty_stock
from claims.matching.record import CheckedClaim

CLAIMS = [
    CheckedClaim("ferry", "The ferry company moved its boats to Norland.", "Did the ferries leave?"),
    CheckedClaim("bridge", "The minister closed the bridge in Arden.", "Who shut the old bridge?"),
    CheckedClaim("debt", "The debt of Arden is 1.7 billion."),
]


def found(claims: Iterable[CheckedClaim], text: str, *, most: int = 10) -> list[str]:
    with empty_stock() as stock:
        for claim in claims:
            stock.add(claim)
        stock.close()
        return [claim.id for claim in stock.candidates(text, most=most)]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        pytest.param("a minister of Arden", ["bridge", "debt"], id="best first"),
        pytest.param("shutting", ["bridge"], id="a word of the title, in another form"),
        pytest.param("1.7", ["debt"], id="a decimal"),
        pytest.param('" OR NEAR( * bridge: AND -', ["bridge"], id="signs of the query language"),
        pytest.param("of the and", [], id="words that are in every text"),
        pytest.param("😍 ???", [], id="no words"),
        pytest.param("otter", [], id="a word that no claim holds"),
    ],
)
def test_claims_are_found_by_their_words(text: str, ids: list[str]) -> None:
    assert found(CLAIMS, text) == ids


def test_the_order_of_adding_does_not_matter_not_even_where_the_list_is_cut() -> None:
    twins = [CheckedClaim(str(number), "The bridge is closed.") for number in range(9)]

    assert found(twins, "bridge", most=4) == found(reversed(twins), "bridge", most=4) == ["0", "1", "2", "3"]


def test_a_second_claim_of_an_id_is_refused_and_the_first_stays() -> None:
    with empty_stock() as stock:
        first = stock.add(CLAIMS[0])
        second = stock.add(CheckedClaim("ferry", "Something about otters."))
        stock.close()

        assert (first, second) == (True, False)
        assert stock.candidates("otters") == []
        assert stock.candidates("boats") == [CLAIMS[0]]


def test_it_knows_how_many_claims_hold_a_term() -> None:
    with empty_stock() as stock:
        for claim in CLAIMS:
            stock.add(claim)
        stock.close()

        assert [stock.holders(term) for term in ("arden", "bridg", "1.7", "otter")] == [2, 1, 1, 0]
        assert stock.size == 3
        assert stock.mean_length == 6


def test_an_empty_stock_finds_nothing() -> None:
    assert found([], "bridge") == []
    with empty_stock() as stock:
        stock.close()
        assert stock.mean_length == 0
