"""What stands in quotation marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reading.quotations import Quotations, find_quotations


def quoted(text: str) -> list[str]:
    return [text[found.start : found.end] for found in find_quotations(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “no” and “never”.", ["“no”", "“never”"]),
        ('He said "no" and "never".', ['"no"', '"never"']),
        ("He said ''no'' twice.", ["''no''"]),
        ("He said ``no'' twice.", ["``no''"]),
        ("Er sagte „nein“.", ["„nein“"]),
        ("Il a dit «non».", ["«non»"]),
        ("He said ‘it’s the Reeds’ house,’ and left.", ["‘it’s the Reeds’ house,’"]),
        ("It’s the Reeds’ house.", []),
        ("Dam 'safe', says the boys' club.", ["'safe'"]),
        ("He said 'it's dry,' and left in the '90s.", ["'it's dry,'"]),
        ("Don't say it's the Reeds' house.", []),
        ("‘Twas the week before.", []),
        ("The board is 5'10\" by 3'.", []),
        ("She asked: “Did he say ‘no’?” twice.", ["“Did he say ‘no’?”"]),
        ('“He opened it and closed it," she said.', ['“He opened it and closed it,"']),
        ("He said: “It goes on", ["“It goes on"]),
    ],
    ids=str,
)
def test_marks_are_paired(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_a_quotation_that_its_paragraph_leaves_open_says_so() -> None:
    text = "He said: “It goes on"

    [found] = find_quotations(text, 0, len(text))

    assert found.open


def test_a_span_is_widened_to_the_quotations_that_it_cuts() -> None:
    text = "a “b c” d “e f” g"
    quotations = Quotations(find_quotations(text, 0, len(text)))

    assert quotations.around((4, 12)) == (2, 15)
    assert quotations.around((8, 9)) == (8, 9)
    assert quotations.hold((3, 6))
    assert not quotations.hold((3, 9))


@given(st.text(alphabet="ab ,.'\"“”‘’«»„`\n", max_size=60))
def test_quotations_are_in_order_and_never_overlap(text: str) -> None:
    found = find_quotations(text, 0, len(text))

    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
