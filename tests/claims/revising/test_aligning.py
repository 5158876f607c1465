"""Which statement goes on from which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.revising.aligning import aligned

NAMES = ["arden", "belmont", "corrie", "dunmore", "elstow", "farley", "garstang", "hexham"]


def sentence(name: str) -> str:
    return f"the council of {name} counted the boats that were lost"


TEXT = [sentence(name) for name in NAMES]


def test_the_same_text_is_aligned_with_itself() -> None:
    assert aligned(TEXT, TEXT) == {at: at for at in range(len(TEXT))}


def test_a_sentence_that_moved_keeps_its_number() -> None:
    moved = [*TEXT[3:], *TEXT[:3]]

    pairs = aligned(TEXT, moved)

    assert [TEXT[pairs[at]] for at in range(len(moved))] == moved


def test_claims_with_the_same_words_keep_their_order() -> None:
    old = ["so it was", *TEXT[:2], "so it was", *TEXT[2:], "so it was"]
    new = ["so it was", *TEXT[:2], "so it was", *TEXT[2:4], "a new one", *TEXT[4:], "so it was"]

    pairs = aligned(old, new)

    assert [pairs[at] for at in sorted(pairs) if new[at] == "so it was"] == [0, 3, len(old) - 1]


def test_an_edited_sentence_goes_on_from_the_old_one() -> None:
    new = list(TEXT)
    new[4] = new[4].replace("boats", "lorries")

    assert aligned(TEXT, new)[4] == 4


def test_a_sentence_that_was_moved_and_edited_is_found() -> None:
    old = [*TEXT, "the ferry to lakmark left the northern pier at noon"]
    new = ["the ferry to lakmark left the southern pier at noon", *TEXT]

    assert aligned(old, new)[0] == len(TEXT)


def test_the_best_part_of_a_split_sentence_goes_on() -> None:
    old = ["the ferry to lakmark left the northern pier at noon and nobody was aboard"]
    new = ["the ferry to lakmark left the northern pier at noon", "nobody was aboard"]

    assert aligned(old, new) == {0: 0}


def test_the_longer_of_two_joined_sentences_goes_on() -> None:
    old = ["nobody was aboard", "the ferry to lakmark left the northern pier at noon"]
    new = ["the ferry to lakmark left the northern pier at noon and nobody was aboard"]

    assert aligned(old, new) == {0: 1}


def test_a_sentence_with_other_words_is_another() -> None:
    assert aligned([*TEXT, "the mine pays its workers late"], [*TEXT, "harbour dues fell in spring"]) == {
        at: at for at in range(len(TEXT))
    }


@given(st.lists(st.sampled_from([*TEXT, "so it was", "no"]), max_size=12), st.data())
def test_no_two_statements_go_on_from_one(old: list[str], data: st.DataObject) -> None:
    new = data.draw(st.lists(st.sampled_from([*old, "so it was", "a new sentence"]), max_size=12))

    pairs = aligned(old, new)

    assert len(set(pairs.values())) == len(pairs)
    assert set(pairs) <= set(range(len(new)))
    assert set(pairs.values()) <= set(range(len(old)))
    for words in set(old) & set(new):
        shared = min(old.count(words), new.count(words))
        assert sum(new[j] == old[i] == words for j, i in pairs.items()) == shared


@pytest.mark.parametrize("count", [0, 1])
def test_an_empty_text_has_nothing_to_go_on_from(count: int) -> None:
    assert aligned(TEXT[:count], []) == aligned([], TEXT[:count]) == {}
