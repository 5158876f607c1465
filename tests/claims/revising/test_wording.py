"""When two texts have the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.revising.wording import as_read

SAME = [
    pytest.param("“We won,” he said.", '"We won," he said.', id="quotation marks"),
    pytest.param("« We won », he said.", '"We won", he said.', id="guillemets with blanks inside"),
    pytest.param("“We won” he said.", "»We won« he said.", id="guillemets as German sets them"),
    pytest.param("the mayor’s boat", "the mayor's boat", id="apostrophes"),
    pytest.param("forty\n boats  sank", "forty boats sank", id="line breaks"),
    pytest.param("40\u00a0000 boats", "40 000 boats", id="a hard space"),
    pytest.param("boats — all of them — sank", "boats—all of them—sank", id="spaces around dashes"),
    pytest.param("boats — all of them", "boats -- all of them", id="a typed dash"),
    pytest.param("2019–2021", "2019-2021", id="the dash of a range"),
    pytest.param("re\u00adleased", "released", id="a soft hyphen"),
    pytest.param("ﬁre", "fire", id="a ligature"),
]
OTHER = [
    pytest.param("10⁶ boats", "106 boats", id="a raised digit"),
    pytest.param("1½ tonnes", "11⁄2 tonnes", id="a fraction"),
    pytest.param("“We won,” he said.", "We won, he said.", id="quotation marks left out"),
    pytest.param("rose by 1.5 points", "rose by 15 points", id="a decimal point"),
    pytest.param("-3 degrees", "3 degrees", id="a sign"),
    pytest.param("in the US", "in the us", id="a capital"),
    pytest.param("They won.", "They won?", id="a question"),
    pytest.param("£40", "$40", id="a currency"),
    pytest.param("40 m", "40 km", id="a unit"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_layout_and_the_shapes_of_marks_are_no_words(one: str, other: str) -> None:
    assert as_read(one) == as_read(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_whatever_can_carry_meaning_is_kept(one: str, other: str) -> None:
    assert as_read(one) != as_read(other)


@given(st.text(), st.integers(0, 9), st.integers(0, 9))
def test_another_digit_is_always_another_wording(text: str, one: int, other: int) -> None:
    same = as_read(f"{text} {one} boats") == as_read(f"{text} {other} boats")

    assert same == (one == other)
