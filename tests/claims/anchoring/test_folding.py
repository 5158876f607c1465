"""Folding takes the layout away and nothing else, and knows the way back."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claims.anchoring.folding import folded


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("two  blanks\n\tand a line", "two blanks and a line", id="white space"),
        pytest.param("to\u00adgether", "together", id="a soft hyphen"),
        pytest.param("to\u00ad\n gether", "together", id="a soft hyphen at the end of a line"),
        pytest.param("„so“ «so» ‹so› ‚so‘", "\"so\" \"so\" 'so' 'so'", id="quotation marks"),
        pytest.param("‐‑–—−", "-----", id="dashes, none left out"),
        pytest.param("ﬁ Ⅳ ５ ％ …", "fi IV 5 % ...", id="shapes"),
        pytest.param("10² 2½ ① ㎡ H₂O ﬀ", "10² 2½ ① ㎡ H₂O ff", id="raised, lowered, fractions, circles"),
        pytest.param("5′ 3″ ± × ÷ ° µ", "5′ 3′′ ± × ÷ ° μ", id="signs that mean something"),
        pytest.param("e\u0301 É", "é É", id="accents"),
    ],
)
def test_only_layout_goes(text: str, plain: str) -> None:
    assert folded(text).text == plain


@given(st.text(alphabet="ab1 \n\u00a0\u00ad“”–−²½ﬁ…e\u0301é５", max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assume("\u00ad\u0301" not in text)  # an accent that stands on nothing

    once = folded(text).text

    assert folded(once).text == once


@given(st.text(max_size=60), st.data())
def test_a_stretch_of_the_folded_text_comes_from_a_stretch_that_folds_to_it(
    text: str, data: st.DataObject
) -> None:
    found = folded(text)
    if not found.text:
        return
    start = data.draw(st.integers(0, len(found.text) - 1))
    end = data.draw(st.integers(start + 1, len(found.text)))

    first, last = found.span(start, end)

    assert 0 <= first < last <= len(text)
    assert found.text[start:end] in folded(text[first:last]).text
