"""P15: a quote in which a digit, a date, a unit, a name or a denial was changed is never the same quote.

The edits are drawn from a seed, so that every run makes the same; `make long` draws ten times as many.
"""

from __future__ import annotations

import os
import random
import re
import unicodedata
from collections.abc import Callable

import pytest

from claims.anchoring import anchor
from claims.kinds import Fit

EDITS = int(os.environ.get("FACTDESK_TEST_EDITS", "1000"))
KINDS = 5

SENTENCES = (
    "The harbour board of Velmaria counted 1,234 boats on 3 March 2024, and 56 of them were not insured.",
    "Pavle Ostrin said that the ferry “Lena” had never carried more than 240 people across the 17 km strait.",
    "Norland’s ministry paid $3.5 million for the quay — 12% less than in 2022 — and no fine was due.",
    "Inspectors weren’t told before Tuesday, 9 July, that the dam holds 10² hectares at −4 °C.",
    "Café owner Marta Klíma lost €750 and 18 tonnes of sand; she did not blame Ivo Kral’s crew.",
    "Between 06:30 and 19:45 some 8,900 cars drove over the bridge, at 35 mph, without a single crash.",
    "In the 1990s the mill made 2.75 million loaves a year; nobody in Corrie was paid under 11 marks.",
    "The survey of 14 April 2025 found 63 % of 2 050 voters against the toll, which isn’t in force.",
)
PAGE = "\n\n".join(
    (
        "Notes from the coast",
        "This page gathers what was printed about the strait. Figures are as they were given.",
        *SENTENCES,
        "All of it was read twice by the desk. Nothing on this page was changed after it was printed.",
    )
)
SWAPS: dict[str, tuple[tuple[str, ...], ...]] = {
    "date": (
        ("March", "May", "June"),
        ("July", "June", "August"),
        ("April", "March"),
        ("Tuesday", "Monday", "Friday"),
        ("1990s", "1980s"),
    ),
    "unit": (
        ("km", "miles"),
        ("%", "percentage points"),
        ("million", "billion", "thousand"),
        ("$", "€", "£"),
        ("€", "$"),
        ("tonnes", "kilos"),
        ("hectares", "acres"),
        ("mph", "km/h"),
        ("−4", "4", "+4"),
        ("10²", "102", "10³", "10"),
        ("°C", "°F"),
        ("marks", "crowns"),
    ),
    "name": (
        ("Ostrin", "Ostrov", "Ostrina"),
        ("Pavle", "Pavel"),
        ("Velmaria", "Velmora"),
        ("Norland", "Nordland"),
        ("Klíma", "Klima", "Klíman"),
        ("Café", "Cafe"),
        ("Kral", "Král"),
        ("Corrie", "Corry"),
        ("Lena", "Lina"),
    ),
    "denial": (
        (" not ", " "),
        (" never ", " ", " always "),
        (" no ", " a "),
        ("weren’t", "were"),
        ("isn’t", "is"),
        ("nobody", "somebody"),
        ("without", "with"),
        (" were ", " were not "),
        (" was ", " was never "),
        (" said ", " did not say "),
        (" paid ", " never paid "),
    ),
}


def stretch(chance: random.Random) -> str:
    """A sentence of the page, or some words of it."""
    words = chance.choice(SENTENCES).split(" ")
    if chance.random() < 0.5:
        return " ".join(words)
    start = chance.randrange(len(words) - 3)
    return " ".join(words[start : chance.randrange(start + 4, len(words) + 1)])


def with_another_digit(quote: str, chance: random.Random) -> str:
    places = [found.start() for found in re.finditer(r"\d", quote)]
    if not places:
        return quote
    at = chance.choice(places)
    digit = quote[at]
    other = chance.choice([sign for sign in "0123456789" if sign != digit])
    return quote[:at] + chance.choice([other, "", digit + other]) + quote[at + 1 :]


def swapping(kind: str) -> Callable[[str, random.Random], str]:
    def swapped(quote: str, chance: random.Random) -> str:
        there = [row for row in SWAPS[kind] if row[0] in quote]
        if not there:
            return quote
        word, *others = chance.choice(there)
        return quote.replace(word, chance.choice(others), 1)

    return swapped


CHANGES: dict[str, Callable[[str, random.Random], str]] = {
    "digit": with_another_digit,
    **{kind: swapping(kind) for kind in SWAPS},
}


@pytest.mark.parametrize("kind", CHANGES)
def test_a_changed_quote_is_never_counted_as_the_same(kind: str) -> None:
    chance = random.Random(kind)
    kept: list[str] = []
    made = 0

    while made < EDITS // KINDS:
        quote = stretch(chance)
        changed = CHANGES[kind](quote, chance)
        if changed.split() == quote.split() or (
            changed.strip() in PAGE and _is_a_shorter_quote(changed, quote)
        ):
            continue
        made += 1
        if anchor(changed, PAGE).fit in (Fit.EXACT, Fit.WHITESPACE):
            kept.append(f"{quote!r} became {changed!r}")

    assert kept == []


def _is_a_shorter_quote(changed: str, quote: str) -> bool:
    """Whether a whole word at an edge was left out, which leaves words that do stand on the page."""
    return f" {changed.strip()} " in f" {quote} "


def with_other_blanks(quote: str, chance: random.Random) -> str:
    return _each(quote, " ", chance, ["\n", "  ", "\u00a0", "\u2009", "\t", " \n "])


def with_soft_hyphens(quote: str, chance: random.Random) -> str:
    return re.sub(r"(?<=[a-z]{3})(?=[a-z]{3})", lambda _: chance.choice(["", "", "\u00ad", "\u200b"]), quote)


def with_straight_marks(quote: str, chance: random.Random) -> str:
    return quote.translate(str.maketrans("“”’", '""\''))


def with_other_dashes(quote: str, chance: random.Random) -> str:
    dash = chance.choice("-–—")
    return quote.replace("—", dash).replace("−", chance.choice("-–"))


def with_accents_apart(quote: str, chance: random.Random) -> str:
    return unicodedata.normalize("NFD", quote)


def with_other_shapes(quote: str, chance: random.Random) -> str:
    return quote.replace("fi", "ﬁ").replace("fl", "ﬂ").replace("%", "％")


LAYOUTS = (
    with_other_blanks,
    with_soft_hyphens,
    with_straight_marks,
    with_other_dashes,
    with_accents_apart,
    with_other_shapes,
)


def _each(quote: str, sign: str, chance: random.Random, others: list[str]) -> str:
    return "".join(chance.choice(others) if one == sign and chance.random() < 0.4 else one for one in quote)


def test_a_quote_that_is_only_laid_out_otherwise_is_found_where_it_stands() -> None:
    chance = random.Random("layout")
    missed: list[str] = []

    for _ in range(EDITS):
        quote = stretch(chance)
        changed = quote
        for layout in chance.sample(LAYOUTS, chance.randrange(1, 4)):
            changed = layout(changed, chance)
        found = anchor(changed, PAGE)
        if found.fit not in (Fit.EXACT, Fit.WHITESPACE) or PAGE[found.start : found.end] != quote:
            missed.append(f"{quote!r} became {changed!r}: {found}")

    assert len(missed) <= EDITS // 100, missed[:5]
