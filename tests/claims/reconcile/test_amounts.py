"""A figure's interval in the unit of its kind."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.kinds import Modifier
from claims.reading.record import Figure
from claims.reconcile.amounts import Amount, amount_of, grain_of, in_unit


def amount(low: int | None, high: int | None, modifier: Modifier = Modifier.RANGE) -> Amount:
    ends = tuple(None if end is None else Decimal(end) for end in (low, high))
    return Amount("count", None, ends[0], ends[1], modifier, Decimal(1))


def figure(value: str, unit: str | None) -> Figure:
    number = Decimal(value)
    return Figure(0, 1, value, number, number, number, unit=unit)


@pytest.mark.parametrize(
    ("value", "unit", "kind", "base"),
    [
        ("2", "km", "m", "2000"),
        ("1", "mile", "m", "1609.344"),
        ("36.8", "Gt", "kg", "36800000000000"),
        ("2", "day", "s", "172800"),
        ("5", "USD", "USD", "5"),
        ("7", None, "count", "7"),
        ("0.5", None, "%", "50"),
    ],
    ids=["km", "mile", "gigatonnes", "days", "money", "count", "a half"],
)
def test_units_are_brought_to_the_unit_of_their_kind(
    value: str, unit: str | None, kind: str, base: str
) -> None:
    found = amount_of(figure(value, unit))

    assert (found.kind, found.value) == (kind, Decimal(base))


def test_an_amount_can_be_given_in_its_unit_again() -> None:
    assert in_unit(amount_of(figure("14", "km")).value, "km") == 14


@pytest.mark.parametrize(
    ("number", "grain"),
    [
        ("123", "1"),
        ("120", "10"),
        ("100", "10"),
        ("1200000", "100000"),
        ("1000", "100"),
        ("22.7", "0.1"),
        ("0", "1"),
    ],
)
def test_a_number_speaks_in_the_unit_of_its_last_digit_but_no_coarser_than_the_second(
    number: str, grain: str
) -> None:
    assert grain_of(Decimal(number)) == Decimal(grain)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (amount(1, 5), amount(5, 9), True),
        (amount(1, 4), amount(5, 9), False),
        (amount(None, 4), amount(1, None), True),
        (amount(4, None, Modifier.MORE_THAN), amount(1, 4), False),
        (amount(None, 4, Modifier.LESS_THAN), amount(4, 9), False),
    ],
    ids=["touch", "apart", "unbounded", "open below", "open above"],
)
def test_two_intervals_meet_where_a_number_fits_both(one: Amount, other: Amount, meet: bool) -> None:
    assert one.meets(other) is meet
    assert other.meets(one) is meet
