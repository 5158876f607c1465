from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import pytest

from claims.kinds import ClaimKind, HedgeKind, Purpose, QuantityStatus, Relation, SourceKind, Status, WhyNot
from reports.words import (
    HEDGES,
    KINDS,
    PURPOSES,
    QUANTITIES,
    RELATIONS,
    SOURCES,
    STATUSES,
    WHY_NOT,
    count,
    sentence,
)


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        pytest.param(Status, STATUSES, id="statuses"),
        pytest.param(Relation, RELATIONS, id="relations"),
        pytest.param(QuantityStatus, QUANTITIES, id="quantities"),
        pytest.param(HedgeKind, HEDGES, id="hedges"),
        pytest.param(ClaimKind, KINDS, id="kinds of claim"),
        pytest.param(WhyNot, WHY_NOT, id="why not"),
        pytest.param(SourceKind, SOURCES, id="kinds of source"),
        pytest.param(Purpose, PURPOSES, id="purposes"),
    ],
)
def test_every_member_of_a_closed_set_has_its_words(
    kinds: type[StrEnum], words: Mapping[StrEnum, object]
) -> None:
    assert set(words) == set(kinds)


def test_no_two_statuses_look_alike() -> None:
    badges = STATUSES.values()

    assert len({badge.icon for badge in badges}) == len(Status)
    assert len({badge.word for badge in badges}) == len(Status)
    assert len({badge.css for badge in badges}) == len(Status)


@pytest.mark.parametrize(
    ("number", "words"), [(0, "no claims"), (1, "1 claim"), (3, "3 claims"), (12000, "12,000 claims")]
)
def test_numbers_agree_with_their_noun(number: int, words: str) -> None:
    assert count(number, "claim") == words


@pytest.mark.parametrize(
    ("text", "as_sentence"),
    [
        ("nobody has looked", "Nobody has looked."),
        ("Why?", "Why?"),
        ("  ", ""),
        ("no one said “so.”", "No one said “so.”"),
    ],
)
def test_a_sentence_begins_with_a_capital_and_ends_once(text: str, as_sentence: str) -> None:
    assert sentence(text) == as_sentence
