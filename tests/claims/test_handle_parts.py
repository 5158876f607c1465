"""What a handle is made of."""

from __future__ import annotations

import pytest

from claims.handle_parts import number_in, slug_in


def test_the_slug_of_a_claim_is_all_before_its_number() -> None:
    assert slug_in("harbour-fire:12") == "harbour-fire"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        pytest.param("evidence:7", 7, id="with its prefix"),
        pytest.param("7", 7, id="bare"),
        pytest.param("capture:7", None, id="of another thing"),
        pytest.param("evidence:", None, id="no number"),
        pytest.param("evidence:²", None, id="a raised digit"),
        pytest.param("evidence:-1", None, id="a sign"),
        pytest.param("evidence:9999999999", None, id="greater than any"),
    ],
)
def test_a_number_is_typed_with_its_prefix_or_without(typed: str, number: int | None) -> None:
    assert number_in(typed, "evidence:") == number
