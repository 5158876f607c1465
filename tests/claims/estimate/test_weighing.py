from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.estimate.answers import Answers, answers
from claims.estimate.blocks import Columns, Floats, cut
from claims.estimate.kinds import Method
from claims.estimate.weighing import Held, Slots, Weighed, weigh
from tests.claims.estimate.worlds import NUMBERS, known, measured, permuted


def settle(
    columns: Columns, slots: Slots = NUMBERS, *, rows: int = 1 << 16, threads: int = 1
) -> tuple[Weighed, list[Answers]]:
    """The weights, and the answers of each block."""
    blocks = cut(columns, rows=rows)
    sources = int(columns.source.max()) + 1
    weighed = weigh(Held(blocks, threads=threads), slots, sources, sample=blocks)
    return weighed, [answers(block, weighed) for block in blocks]


def values(found: list[Answers]) -> Floats:
    """The values in the order of the items."""
    items = np.concatenate([part.item for part in found])
    return np.concatenate([part.value for part in found])[np.argsort(items)]


def bits(found: list[Answers]) -> bytes:
    """Every answer, bit for bit, in the order of the items."""
    order = np.argsort(np.concatenate([part.item for part in found]))
    names = ("value", "support", "low", "high", "conflict")
    return b"".join(
        np.concatenate([getattr(part, name) for part in found])[order].tobytes() for name in names
    )


def test_honest_sources_outvote_a_majority_of_dishonest_ones() -> None:
    columns, truth = known([0.95, 0.95, 0.3, 0.3, 0.3, 0.3])

    weighed, found = settle(columns)

    assert weighed.chosen[0].method is Method.VOTE
    assert np.mean(values(found) == truth) > 0.95
    assert np.abs(weighed.honesty - [0.95, 0.95, 0.3, 0.3, 0.3, 0.3]).max() < 0.08


def test_support_never_promises_more_than_holds() -> None:
    columns, truth = known([0.7, 0.6, 0.5, 0.5, 0.4], items=4000)

    _, found = settle(columns)

    right = np.concatenate([part.value for part in found]) == truth[np.concatenate([p.item for p in found])]
    support = np.concatenate([part.support for part in found])
    told = ~np.isnan(support)
    assert told.mean() > 0.7
    assert 0.4 < support[told].mean() < right[told].mean() + 0.02


def test_precise_measurements_count_for_more_in_the_mean() -> None:
    columns, truth = measured([1, 1, 30, 30, 30, 30])

    weighed, found = settle(columns)
    plain = np.bincount(columns.item, weights=columns.key) / 6

    assert weighed.chosen[0].method is Method.MEAN
    assert np.abs(values(found) - truth).mean() < 0.5 * np.abs(plain - truth).mean()


def test_nine_in_ten_intervals_around_a_mean_hold_the_truth() -> None:
    columns, truth = measured([20.0] * 8, items=2000)

    _, found = settle(columns)

    items = np.concatenate([part.item for part in found])
    low, high = (np.concatenate([getattr(part, name) for part in found]) for name in ("low", "high"))
    assert 0.86 < np.mean((low <= truth[items]) & (truth[items] <= high)) < 0.95


def test_gross_errors_call_for_the_median_and_do_not_move_it() -> None:
    columns, truth = measured([20.0] * 7)
    gross = np.random.default_rng(5).random(len(columns.key)) < 0.08
    spoiled = Columns(columns.source, columns.item, np.where(gross, 1e18, columns.key), columns.slot)

    weighed, found = settle(spoiled)

    assert weighed.chosen[0].method is Method.MEDIAN
    assert np.abs(values(found) - truth).mean() < 15


def test_a_few_values_are_settled_by_their_median_and_nothing_is_claimed_for_it() -> None:
    three = np.arange(3, dtype=np.int32)
    columns = Columns(three, np.zeros(3, np.int32), np.array([123.0, 123.0, 132.0]), np.zeros(1, np.int64))

    weighed, found = settle(columns)

    assert "too few" in weighed.chosen[0].why
    assert found[0].value.tolist() == [123]


def test_of_what_one_source_alone_says_nothing_is_claimed() -> None:
    columns, _ = known([0.9, 0.9, 0.9])
    alone = Columns(
        np.append(columns.source, np.int32(0)),
        np.append(columns.item, np.int32(300)),
        np.append(columns.key, 7.0),
        np.zeros(301, dtype=np.int64),
    )

    _, found = settle(alone)

    items = np.concatenate([part.item for part in found])
    for name in ("support", "low", "high"):
        told = np.concatenate([getattr(part, name) for part in found])
        assert np.isnan(told[items == 300]).all()
        assert not np.isnan(told[items == 0]).any()


def test_where_sources_hardly_ever_confirm_each_other_no_probability_is_given() -> None:
    columns, _ = known([0.25] * 6, values=3000)

    _, found = settle(columns)

    assert all(np.isnan(part.support).all() and np.isnan(part.low).all() for part in found)


@pytest.mark.parametrize("world", [known([0.9, 0.7, 0.6, 0.5]), measured([1.0, 5.0, 9.0, 30.0])])
@settings(max_examples=12, deadline=None)
@given(
    seed=st.integers(0, 1000), rows=st.sampled_from([7, 64, 500, 1 << 16]), threads=st.sampled_from([1, 3])
)
def test_blocks_threads_and_the_order_of_rows_change_no_bit(
    world: tuple[Columns, Floats], seed: int, rows: int, threads: int
) -> None:
    columns, _ = world
    weighed, found = settle(columns)
    order = np.random.default_rng(seed).permutation(len(columns.key))

    again, others = settle(permuted(columns, order), rows=rows, threads=threads)

    assert again.honesty.tobytes() == weighed.honesty.tobytes()
    assert again.closeness.tobytes() == weighed.closeness.tobytes()
    assert bits(others) == bits(found)


small_worlds = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 6), st.integers(0, 4)), min_size=3, max_size=60
)


@settings(max_examples=60, deadline=None)
@given(rows=small_worlds)
def test_a_value_said_twice_by_one_source_counts_once(rows: list[tuple[int, int, int]]) -> None:
    def columns(rows: list[tuple[int, int, int]]) -> Columns:
        source, item, key = (np.array(column) for column in zip(*rows, strict=True))
        return Columns(
            source.astype(np.int32), item.astype(np.int32), key.astype(np.float64), np.zeros(7, np.int64)
        )

    once = settle(columns(rows))
    twice = settle(columns(rows + rows[::2]))

    assert bits(once[1]) == bits(twice[1])


@settings(max_examples=60, deadline=None)
@given(rows=small_worlds)
def test_a_new_source_that_agrees_never_topples_a_value(rows: list[tuple[int, int, int]]) -> None:
    known_rows = np.array(rows)

    def columns(extra: list[tuple[int, float]]) -> Columns:
        source = np.append(known_rows[:, 0], [6] * len(extra)).astype(np.int32)
        item = np.append(known_rows[:, 1], [item for item, _ in extra]).astype(np.int32)
        key = np.append(known_rows[:, 2], [value for _, value in extra]).astype(np.float64)
        return Columns(source, item, key, np.zeros(7, np.int64))

    words = Slots((False,), np.array([0.0]))
    before = {
        i: v for part in settle(columns([]), words)[1] for i, v in zip(part.item, part.value, strict=True)
    }
    item, value = next(iter(before.items()))

    after = {
        i: v
        for part in settle(columns([(item, value)]), words)[1]
        for i, v in zip(part.item, part.value, strict=True)
    }

    assert after[item] == value
