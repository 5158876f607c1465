"""Persons who are named in one breath, and names that only say who somebody is."""

from __future__ import annotations

import pytest

from claims.reading.masks import mask
from claims.reading.persons import WrittenCount
from claims.reading.together import groups_in
from claims.reading.tokens import tokenise

GROUPS = {
    "a list": ("a man, a nurse and her son", [3]),
    "two clauses": ("a man ran and a nurse fell", [1, 1]),
    "a name and who bears it": ("her brother, Anton Reyes", [1, 1]),
    "a name and who bears it among others": ("her brother, Anton Reyes, and a nurse", [2]),
    "a name that may be another": ("her brother, Anton Reyes and a nurse", []),
    "names with ages": ("Ann Lee, 31, Tom Varga, 42, and Ida Roth, 50", [3]),
    "a town": ("in Port Talbot, a man and a nurse", [2]),
}


@pytest.mark.parametrize(("text", "sizes"), GROUPS.values(), ids=GROUPS.keys())
def test_persons_are_grouped_as_they_are_joined(text: str, sizes: list[int]) -> None:
    tokens = tokenise(text, 0, len(text))

    groups = list(groups_in(tokens, mask(tokens).hidden, {}))

    assert [len(group) for group in groups] == sizes


def test_a_number_that_is_written_counts_as_many_persons() -> None:
    text = "a nurse and two young men"
    tokens = tokenise(text, 0, len(text))
    place = text.index("two")

    (group,) = groups_in(tokens, mask(tokens).hidden, {place: WrittenCount(place + 3, 2)})

    assert [person.count for person in group] == [None, 2]


def test_a_number_and_those_whom_it_may_hold_are_no_group() -> None:
    text = "five people, two men and three women"
    tokens = tokenise(text, 0, len(text))
    written = {text.index(word): WrittenCount(text.index(word) + len(word), count) for word, count in COUNTS}

    assert list(groups_in(tokens, mask(tokens).hidden, written)) == []


COUNTS = (("five", 5), ("two", 2), ("three", 3))
