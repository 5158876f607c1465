"""Units and currencies behind and before a number."""

from __future__ import annotations

import pytest

from claims.reading.tokens import tokenise
from claims.reading.units import is_money, rate_after, unit_after, unit_before, unit_of_header

BEHIND = {
    "per cent": ("5 per cent", "%"),
    "percentage points": ("5 percentage points", "percentage point"),
    "a hyphen": ("5-mile", "mile"),
    "a symbol": ("5km", "km"),
    "an exponent": ("5 m²", "m²"),
    "square miles": ("311 square miles", "square mile"),
    "sea miles": ("47 sea miles", "nautical mile"),
    "degrees": ("41 degrees Celsius", "°C"),
    "a speed in full": ("5 kilometres per hour", "km/h"),
    "points between letters": ("80 m.p.h.", "mph"),
    "a currency's name": ("5 Danish crowns", "DKK"),
    "a currency's code": ("5 CHF", "CHF"),
    "capitals matter": ("5 MW", "MW"),
    "a unit inside a word": ("5 mph1", None),
    "a preposition": ("5 in Paris", None),
    "a letter that stands apart": ("5 g", None),
    "an article": ("5 a day", None),
}


@pytest.mark.parametrize(("text", "unit"), BEHIND.values(), ids=BEHIND.keys())
def test_a_unit_has_one_spelling_however_it_is_written(text: str, unit: str | None) -> None:
    found = unit_after(tokenise(text, 0, len(text)), 1)

    assert (found.name if found else None) == unit


BEFORE = {
    "a sign": ("$ 5", "USD"),
    "a nation's dollar": ("HK$ 5", "HKD"),
    "a nation apart": ("US $ 5", "USD"),
    "a sign before the nation": ("$US 5", "USD"),
    "a code": ("EUR 5", "EUR"),
    "a word": ("about 5", None),
}


@pytest.mark.parametrize(("text", "unit"), BEFORE.values(), ids=BEFORE.keys())
def test_a_currency_may_stand_before_the_number(text: str, unit: str | None) -> None:
    tokens = tokenise(text, 0, len(text))

    found = unit_before(tokens, tokens.count - 1)

    assert (found[0] if found else None) == unit


RATES = {
    "a day": ("a day", "day"),
    "per so many": ("per 100,000", "100,000"),
    "a stroke": ("/barrel", "barrel"),
    "every year": ("every year", "year"),
    "a day later is no rate": ("a day later", None),
    "a thing is no rate": ("a village", None),
}


@pytest.mark.parametrize(("text", "base"), RATES.values(), ids=RATES.keys())
def test_a_rate_says_what_the_amount_is_per(text: str, base: str | None) -> None:
    found = rate_after(tokenise(text, 0, len(text)), 0)

    assert (found.name if found else None) == base


def test_the_header_of_a_column_may_carry_the_unit() -> None:
    assert unit_of_header("Area (km²)") == ("Area", "km²")
    assert unit_of_header("Turnout (%)") == ("Turnout", "%")
    assert unit_of_header("Killed (so far)") == ("Killed (so far)", None)


def test_a_rate_of_money_is_money() -> None:
    assert is_money("USD/month")
    assert not is_money("km/h")
