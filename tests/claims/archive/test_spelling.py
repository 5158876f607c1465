from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.archive.spelling import decimals, shares


@pytest.mark.parametrize(
    ("units", "places", "text"),
    [
        pytest.param(3006.0, 2, "30.06", id="hundredths"),
        pytest.param(3010.0, 2, "30.10", id="a zero at the end is kept"),
        pytest.param(123.0, 0, "123", id="whole"),
        pytest.param(-5.0, 1, "-0.5", id="below nothing"),
        pytest.param(5.0, 7, "0.0000005", id="small"),
        pytest.param(1e18, 0, "1000000000000000000", id="a quintillion"),
        pytest.param(38.25, 0, "38.25", id="between two units"),
        pytest.param(1 / 3, 1, "0.03333", id="no more places than tell anything"),
        pytest.param(float("nan"), 0, None, id="not told"),
    ],
)
def test_units_are_written_as_a_plain_decimal(units: float, places: int, text: str | None) -> None:
    assert decimals(np.array([units]), np.array([places])).to_pylist() == [text]


@given(st.lists(st.tuples(st.integers(1 - 2**53, 2**53 - 1), st.integers(0, 15)), max_size=20))
def test_whole_units_keep_their_value_and_their_places(rows: list[tuple[int, int]]) -> None:
    units, places = (np.array([row[column] for row in rows], dtype=np.int64) for column in (0, 1))

    texts = decimals(units.astype(np.float64), places).to_pylist()

    assert [Decimal(text) for text in texts] == [Decimal(units).scaleb(-places) for units, places in rows]
    assert all(len(text.partition(".")[2]) == places for text, (_, places) in zip(texts, rows, strict=True))


def test_shares_have_four_places_and_nothing_where_they_are_unknown() -> None:
    assert shares(np.array([0.0, 0.25, 1.0, np.nan])).to_pylist() == ["0.0000", "0.2500", "1.0000", None]
