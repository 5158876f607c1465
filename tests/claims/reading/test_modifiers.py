"""The words around a number that bend it or give it a direction."""

from __future__ import annotations

import pytest

from claims.kinds import Change, Modifier
from claims.reading.figures import find_figures

SPELLINGS = {
    Modifier.ABOUT: "about 40|around 40|some 40|roughly 40|approximately 40|an estimated 40|~40|40 or so",
    Modifier.NEARLY: "nearly 40|almost 40|close to 40|just under 40|not quite 40",
    Modifier.AT_LEAST: "at least 40|no fewer than 40|a minimum of 40|40 or more|40-plus|40+|≥40|40 and over",
    Modifier.MORE_THAN: "more than 40|over 40|above 40|in excess of 40|just over 40|exceeding 40|>40",
    Modifier.AT_MOST: "at most 40|up to 40|as many as 40|no more than 40|a maximum of 40|40 or fewer|≤40",
    Modifier.LESS_THAN: "less than 40|fewer than 40|under 40|below 40|<40",
    Modifier.EXACT: "40|exactly 40|another 40|only 40",
}
PHRASES = [(phrase, modifier) for modifier, phrases in SPELLINGS.items() for phrase in phrases.split("|")]


@pytest.mark.parametrize(("phrase", "modifier"), PHRASES, ids=[phrase for phrase, _ in PHRASES])
def test_a_modifier_is_known_in_each_of_its_spellings(phrase: str, modifier: Modifier) -> None:
    text = f"They found {phrase} villages."

    (figure,) = find_figures(text, 0, len(text))

    assert figure.modifier == modifier
    assert modifier is Modifier.EXACT or figure.quote == phrase


DIRECTIONS = {
    "rose by": ("Rents rose by 3%.", Change.UP),
    "rose": ("Rents rose 3%.", Change.UP),
    "rose sharply by about": ("Rents rose sharply by about 3%.", Change.UP),
    "rose a further": ("Rents rose a further 3%.", Change.UP),
    "fell": ("Arrivals fell 12.", Change.DOWN),
    "were down": ("Arrivals were down 12.", Change.DOWN),
    "a drop behind": ("A 12% drop followed.", Change.DOWN),
    "an increase before": ("There was an increase of 12%.", Change.UP),
    "lower": ("Prices ended 2% lower.", Change.DOWN),
    "a plus sign": ("Oil: +2%.", Change.UP),
    "rose to": ("Rents rose to 3%.", None),
    "fell from": ("Rents fell from 3% in May.", None),
    "lower than": ("Rents were 2% lower than in Minsk.", None),
    "made up": ("Rents made up 3% of it.", None),
    "a stretch of time": ("A two-day drop followed.", None),
    "what was cut is counted": ("They cut 12 jobs.", None),
}


@pytest.mark.parametrize(("text", "change"), DIRECTIONS.values(), ids=DIRECTIONS.keys())
def test_a_direction_says_how_far_something_rose_or_fell(text: str, change: Change | None) -> None:
    (figure,) = find_figures(text, 0, len(text))

    assert figure.change == change


def test_a_modifier_that_belongs_to_the_next_number_is_left_to_it() -> None:
    text = "They held 5 men and at least 3 women."

    men, women = find_figures(text, 0, len(text))

    assert (men.modifier, women.modifier) == (Modifier.EXACT, Modifier.AT_LEAST)
